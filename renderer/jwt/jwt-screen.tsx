import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeToken } from '../../shared/jwt/decode-token.ts';
import { useTargets } from '../app/open-targets.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { CodeEditor } from '../ui/code-editor.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { exampleToken } from './example-token.ts';
import styles from './jwt-screen.module.css';
import { setJwtText, useJwtStore } from './jwt-store.ts';
import { SignatureState } from './signature-state.tsx';
import { findIn } from './token-candidate.ts';
import { TokenParts } from './token-parts.tsx';

export function JwtScreen() {
  const { t } = useTranslation('jwt');
  const { text, chosen } = useJwtStore();
  const toInspect = useTargets((state) => state.jwtToInspect);
  useEffect(() => {
    if (toInspect === null) return;
    setJwtText(toInspect);
    useTargets.setState({ jwtToInspect: null });
  }, [toInspect]);
  const deferred = useDeferredValue(text);
  const found = useMemo(() => findIn(deferred), [deferred]);
  const texts = found.kind === 'tokens' ? found.texts : [];
  const candidate = texts[chosen] ?? null;
  const token = useMemo(() => (candidate ? decodeToken(candidate) : null), [candidate]);
  return (
    <div className={styles.screen}>
      <section className={styles.input}>
        <header className={styles.head}>
          <h1>{t('title')}</h1>
          {text === '' ? (
            <Button look="ghost" onPress={() => setJwtText(exampleToken)}>
              {t('example')}
            </Button>
          ) : (
            <Button look="ghost" onPress={() => setJwtText('')}>
              {t('clear')}
            </Button>
          )}
        </header>
        <SignatureState token={token} />
        {token && <CheckDialog token={token.text} />}
        <CodeEditor
          label={t('input')}
          language="token"
          gutters={false}
          value={text}
          onChange={setJwtText}
          placeholder={t('placeholder')}
        />
        {texts.length > 1 && (
          <Choice
            label={t('found', { count: texts.length })}
            value={String(chosen)}
            options={texts.map((entry, index) => ({
              value: String(index),
              label: t('nth', { n: index + 1 }),
              detail: `${entry.slice(0, 42)}…`,
            }))}
            onChange={(value) => useJwtStore.setState({ chosen: Number(value) })}
          />
        )}
      </section>
      <section className={styles.output}>
        {token ? (
          <TokenParts token={token} />
        ) : (
          <EmptyState>
            {t(deferred.trim() === '' ? 'empty' : found.kind === 'opaque' ? 'opaque' : 'noneFound')}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
