import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { formatJson } from '../../shared/json/format-json.ts';
import type { PracticeDetail } from '../../shared/practice-schema.ts';
import styles from './request-view.module.css';

interface Props {
  readonly detail: PracticeDetail;
}

type Message = PracticeDetail['answer'];

/** The headers of an answer that tell something; the others are the transport's. */
const telling = /^(?:content-type|date|x-tt-logid|retry-after)$/i;

/** A text as it stands, or as JSON with line breaks where it is JSON. */
function readable(text: string): string {
  return /^\s*[[{]/.test(text) ? formatJson(text) : text;
}

interface PartProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

function Part({ title, isOpen, children }: PartProps) {
  return (
    <Disclosure defaultExpanded={isOpen} className={styles.part ?? ''}>
      <Heading level={3}>
        <Button slot="trigger" className={styles.partTrigger ?? ''}>
          <ChevronRight size={12} strokeWidth={2} aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={styles.partPanel ?? ''}>{children}</DisclosurePanel>
    </Disclosure>
  );
}

interface HeadersProps {
  readonly headers: Message['headers'];
}

function Headers({ headers }: HeadersProps) {
  return (
    <dl className={styles.headers}>
      {headers.map(([name, value]) => (
        <div key={`${name} ${value}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface BodyProps {
  readonly label: string;
  readonly message: Message;
}

function Body({ label, message: { body, bodyBytes } }: BodyProps) {
  const { t } = useTranslation('practice');
  if (body !== null) {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
      <section className={styles.code} tabIndex={0} aria-label={label}>
        <pre>{readable(body)}</pre>
      </section>
    );
  }
  if (bodyBytes === null) return <p className="secondary">{t('request.streaming')}</p>;
  return (
    <p className="secondary">
      {bodyBytes === 0 ? t('request.noBody') : t('request.notText', { bytes: bodyBytes })}
    </p>
  );
}

/** The request as it came: assertion, query, headers, body. */
export function SentView({ detail }: Props) {
  const { t } = useTranslation('practice');
  const { assertion, request, query } = detail;
  return (
    <Part title={t('request.sent')} isOpen={false}>
      {assertion && (
        <>
          <h4>{t('request.assertion')}</h4>
          <pre className={styles.code} data-part="header">
            {readable(assertion.header)}
          </pre>
          <pre className={styles.code} data-part="payload">
            {readable(assertion.claims)}
          </pre>
          <p className="secondary">{t('request.notShown')}</p>
        </>
      )}
      {query !== '' && (
        <>
          <h4>{t('request.query')}</h4>
          <code className={styles.path}>{query}</code>
        </>
      )}
      <h4>{t('request.headers')}</h4>
      <Headers headers={request.headers} />
      <h4>{t('request.body')}</h4>
      <Body label={t('request.sent')} message={request} />
    </Part>
  );
}

/** The answer that was given: the headers that matter, and its body. */
export function AnswerView({ detail: { answer, status } }: Props) {
  const { t } = useTranslation('practice');
  const headers = answer.headers.filter(([name]) => telling.test(name));
  return (
    <Part title={`${t('request.answered')} · HTTP ${status}`} isOpen>
      <Headers headers={headers} />
      <Body label={t('request.answered')} message={answer} />
    </Part>
  );
}
