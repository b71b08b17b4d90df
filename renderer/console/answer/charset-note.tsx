import { useTranslation } from 'react-i18next';
import type { AnswerBody } from '../../../shared/console-run.ts';
import { joinSentences } from '../../i18n/join-sentences.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './answer.module.css';

/** Charsets that an answer may be read in, by their WHATWG labels. */
const offered = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'iso-8859-1'] as const;

interface Props {
  readonly body: AnswerBody;
  /** What a person chose in place of what was found; null when nothing. */
  readonly chosen: string | null;
  readonly onChoose: (charset: string | null) => void;
}

/** Whether it is worth saying how a text is read: plain UTF-8 is what everybody expects. */
export function isCharsetNoted({ charset, charsetFrom }: AnswerBody, chosen: string | null): boolean {
  const isOdd = charsetFrom === 'json' || charsetFrom === 'guess' || charsetFrom === 'unreadable';
  return chosen !== null || charset !== 'utf-8' || isOdd;
}

/** How a text is read and why, and what else it could be read as. */
export function CharsetNote({ body: { charset, charsetFrom }, chosen, onChoose }: Props) {
  const { t } = useTranslation('answer');
  const from = chosen === null ? charsetFrom : 'chosen';
  const others = offered.filter((name) => name !== (chosen ?? charset));
  const back = { id: 'found', label: t('charset.asFound', { charset: charset.toUpperCase() }) };
  return (
    <>
      <span data-testid="charset">
        {joinSentences(
          t('charset.readAs', { charset: (chosen ?? charset).toUpperCase() }),
          from === undefined ? '' : t(`charset.why.${from}`),
        )}
      </span>
      <Menu
        label={t('charset.choose')}
        trigger={
          <Button look="ghost" className={styles.small ?? ''}>
            {t('charset.choose')}
          </Button>
        }
        groups={[
          ...(chosen === null ? [] : [{ id: 'back', entries: [{ ...back, run: () => onChoose(null) }] }]),
          {
            id: 'charsets',
            entries: others.map((name) => ({
              id: name,
              label: name.toUpperCase(),
              run: () => onChoose(name),
            })),
          },
        ]}
      />
    </>
  );
}
