import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { lintScope } from '../../shared/coze/scope/lint-scope.ts';
import { describeScopeFinding } from '../../shared/i18n/describe-scope-finding.ts';
import { formatJson } from '../../shared/json/format-json.ts';
import { parseRecent } from '../app/recent-json.ts';
import { Button } from '../ui/button.tsx';
import { CodeEditor } from '../ui/code-editor.tsx';
import type { CodeMark } from '../ui/code-editor-props.ts';
import { exampleScope, isNone, type ScopeDraft } from './scope-draft.ts';
import { ScopeFindings } from './scope-findings.tsx';
import styles from './scope-json.module.css';
import { changeText } from './scope-store.ts';

interface Props {
  readonly appId: string;
  readonly draft: ScopeDraft;
  readonly isChannel: boolean;
  readonly isLocked: boolean;
}

/** The scope as the JSON that will be sent, with its findings beside their lines and below. */
export function ScopeJson({ appId, draft: { text }, isChannel, isLocked }: Props) {
  const { t, i18n } = useTranslation('scope');
  const language = i18n.language === 'zh' ? 'zh' : 'en';
  const judged = useDeferredValue(text);
  const findings = useMemo(() => lintScope(judged, isChannel, parseRecent), [judged, isChannel]);
  const marks = useMemo(
    (): readonly CodeMark[] =>
      findings.flatMap((finding) =>
        finding.places.map(({ from, to }) => ({
          from,
          to,
          severity: finding.severity === 'note' ? 'info' : finding.severity,
          message: describeScopeFinding(finding, language).message,
        })),
      ),
    [findings, language],
  );
  const none = isNone(text);
  const isLaidOut = none || isLocked || text === formatJson(text);
  return (
    <section className={styles.panel} aria-labelledby="scope-json-title">
      <header className={styles.head}>
        <h2 id="scope-json-title">{t('json')}</h2>
        <span className={styles.state} data-wrong={isLocked || undefined} role="status">
          {isLocked ? t('locked') : none && t('none')}
        </span>
        {none && (
          <Button look="ghost" onPress={() => changeText(appId, 'example', () => exampleScope)}>
            {t('example')}
          </Button>
        )}
        {!isLaidOut && (
          <Button look="ghost" onPress={() => changeText(appId, 'format', formatJson)}>
            {t('layOut')}
          </Button>
        )}
      </header>
      <div className={styles.editor}>
        <CodeEditor
          label={t('json')}
          language="json"
          undoOutside
          value={text}
          placeholder={t('placeholder')}
          onChange={(next) => changeText(appId, 'json', () => next)}
          isInvalid={isLocked}
          marks={marks}
        />
      </div>
      <ScopeFindings
        findings={findings}
        isNone={none}
        isChannel={isChannel}
        onFix={(place, next) => changeText(appId, place, next)}
      />
    </section>
  );
}
