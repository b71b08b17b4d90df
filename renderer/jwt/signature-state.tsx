import { CircleHelp, ShieldCheck, ShieldQuestion, ShieldX } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JwtCheck, SignatureState as State } from '../../shared/jwt/signature-check.ts';
import { visibleText } from '../../shared/text/visible-text.ts';
import { useProblemText } from '../app/problem-text.ts';
import { gapAfter } from '../i18n/join-sentences.ts';
import { Button } from '../ui/button.tsx';
import type { TokenView } from './inspection/token-view.ts';
import styles from './jwt-screen.module.css';
import { forgetCheck, useSignatureStore } from './signature-store.ts';
import { useHeldKeyCheck } from './use-held-key-check.ts';

const icons = {
  'not-checked': CircleHelp,
  valid: ShieldCheck,
  invalid: ShieldX,
  'cannot-check': ShieldQuestion,
} as const satisfies Record<State, unknown>;

interface Props {
  readonly token: TokenView | null;
}

/** Beside the token at all times: what is known of its signature, and how to learn more. */
export const SignatureState = memo(function SignatureState({ token }: Props) {
  const { t } = useTranslation('jwt');
  const problemText = useProblemText();
  useHeldKeyCheck(token);
  const { token: checked, check: lastCheck, problem: lastProblem } = useSignatureStore();
  const isOwn = token !== null && checked === token.text;
  const check = isOwn ? lastCheck : null;
  const problem = isOwn ? lastProblem : null;
  const state = check?.state ?? 'not-checked';
  const Icon = icons[state];
  if (!token) return <div className={styles.signature} />;
  return (
    <div className={styles.signature}>
      <span className={styles.state} data-state={state} role="status">
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {t('signature.line', { state: t(`signature.${state}`) })}
      </span>
      <Button look="ghost" onPress={() => useSignatureStore.setState({ isDialogOpen: true })}>
        {t(check ? 'signature.again' : 'signature.check')}
      </Button>
      {check && (
        <Button look="ghost" onPress={forgetCheck}>
          {t('signature.forget')}
        </Button>
      )}
      <div className={styles.hint}>
        {problem ? problemText(problem).title : check ? <CheckWords check={check} /> : t('signature.hint')}
      </div>
    </div>
  );
});

interface WordsProps {
  readonly check: JwtCheck;
}

/** Why, with which key, and what is unwise about it. */
function CheckWords({ check }: WordsProps) {
  const { t } = useTranslation(['jwt', 'findings']);
  const { key, readAs } = check;
  const name = key?.label ?? key?.kid ?? check.fileName;
  const inRow = (sentence: string) => `${sentence}${gapAfter(sentence)}`;
  return (
    <>
      {check.reason && (
        <span className={styles.sentence}>
          {inRow(t('signature.sentence', { text: t(`findings:reason.${check.reason}`) }))}
        </span>
      )}
      {key && (
        <span>
          {inRow(
            t('signature.with', {
              key: [
                readAs && t(`findings:key-form.${readAs.form}`),
                t(`findings:key-kind.${key.kind}`),
                name && visibleText(name),
                key.index !== null && `#${key.index + 1}`,
              ]
                .filter(Boolean)
                .join(' · '),
            }),
          )}
        </span>
      )}
      {check.warnings.map((warning) => (
        <span key={warning} className={styles.warning}>
          {inRow(t('signature.sentence', { text: t(`findings:warning.${warning}`) }))}
        </span>
      ))}
    </>
  );
}
