import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../../shared/coze/app.ts';
import type { RegionHosts } from '../../../shared/coze/region.ts';
import { tokenPath, tokenRequestBody } from '../../../shared/coze/token-request.ts';
import { type CodeLanguage, codeLanguages, signingCode } from '../../../shared/jwt/code/signing-code.ts';
import { useAppStore } from '../../app/app-store.ts';
import { call } from '../../app/bridge-client.ts';
import { CodeEditor } from '../../ui/code-editor.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import styles from './build.module.css';
import type { BuildKind } from './build-store.ts';
import type { Draft } from './draft.ts';
import { isOutdated, useSignStore } from './sign-store.ts';
import { SignedToken } from './signed-token.tsx';

interface Props {
  readonly kind: BuildKind;
  readonly draft: Draft;
  /** Null while its address is unknown. */
  readonly hosts: RegionHosts | null;
}

/** The signed token, and the code that does the same elsewhere. */
export function BuildOutput({ kind, draft, hosts }: Props) {
  const { t } = useTranslation('build');
  const tab = useSignStore((state) => state.tab);
  const signed = useSignStore((state) => state.work[kind].signed);
  const ref = useRef<HTMLElement>(null);
  const shown = useRef(signed);
  useEffect(() => {
    if (shown.current !== signed) ref.current?.scrollIntoView({ block: 'nearest' });
    shown.current = signed;
  }, [signed]);
  return (
    <section ref={ref} className={styles.output} aria-label={t('output')}>
      <Tabs
        label={t('output')}
        selected={tab}
        onSelect={(next) => useSignStore.setState({ tab: next })}
        tabs={[
          { id: 'token', label: t('token'), content: <SignedToken kind={kind} draft={draft} /> },
          ...codeLanguages.map((language) => ({
            id: language,
            label: t(`languages.${language}`),
            content: <SigningCode language={language} kind={kind} draft={draft} hosts={hosts} />,
          })),
        ]}
      />
    </section>
  );
}

const withoutApp = { durationSeconds: 900, scope: null } as const;

/** The request that takes the assertion; null for an app whose account or enterprise cannot stand in a path. */
function exchangeOf(app: OAuthApp | null, hosts: RegionHosts) {
  try {
    const url = hosts.api + tokenPath(app?.variant ?? { kind: 'channel' });
    return { url, body: tokenRequestBody(app?.defaults ?? withoutApp) };
  } catch {
    return null;
  }
}

interface CodeProps extends Props {
  readonly language: CodeLanguage;
}

function SigningCode({ language, kind, draft, hosts }: CodeProps) {
  const { t } = useTranslation(['build', 'frame']);
  const app = useAppStore((state) => state.profile.apps.find(({ id }) => id === draft.appId));
  const signed = useSignStore((state) => state.work[kind].signed);
  const { header, payload } = useDeferredValue(draft);
  const jwt = signed && !isOutdated(signed, draft) ? signed.jwt : null;
  const code = useMemo(() => {
    const exchange = kind === 'coze' && hosts ? exchangeOf(app ?? null, hosts) : null;
    return signingCode(language, { header, payload, jwt, exchange });
  }, [language, kind, header, payload, jwt, app, hosts]);
  if (kind === 'coze' && hosts === null) return <EmptyState>{t('practiceFirst')}</EmptyState>;
  if (code === null) {
    return <EmptyState>{t('noCode', { language: t(`languages.${language}`) })}</EmptyState>;
  }
  return (
    <div className={styles.code}>
      <CodeEditor label={t(`languages.${language}`)} language="text" gutters value={code} />
      <div className={styles.codeCopy}>
        <CopyButton
          label={t('copyCode')}
          doneLabel={t('frame:copied')}
          onCopy={() => call('app.copyText', { text: code })}
        />
      </div>
    </div>
  );
}
