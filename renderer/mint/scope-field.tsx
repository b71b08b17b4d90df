import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OAuthApp } from '../../shared/coze/app.ts';
import { readScope } from '../../shared/coze/scope/read-scope.ts';
import { openScope, useTargets } from '../app/open-targets.ts';
import { parseRecent } from '../app/recent-json.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type MintForm, scopeTextOf } from './mint-form.ts';
import styles from './mint-screen.module.css';
import { useOwnScope } from './use-own-scope.ts';

interface Props {
  readonly app: OAuthApp;
  readonly value: string;
  readonly preset: string | null;
  readonly wrong: 'shape' | 'digits' | 'gone' | null;
  readonly onChange: (change: Partial<Pick<MintForm, 'scope' | 'preset'>>) => void;
}

const none = 'none';
const own = 'own';

/** No scope, a preset of the app, or JSON of one's own. */
export function ScopeField({ app, value, preset, wrong, onChange }: Props) {
  const { t } = useTranslation('mint');
  const words = useScopeWords();
  const text = scopeTextOf({ preset, scope: value }, app.scopes);
  const [isOwn, setOwn] = useOwnScope(value);
  const asked = useTargets((state) => state.scopeToMint);
  useEffect(() => {
    if (asked?.appId !== app.id) return;
    useTargets.setState({ scopeToMint: null });
    setOwn(asked.presetId === null && asked.text.trim() !== '');
    onChange({ scope: asked.text, preset: asked.presetId });
  }, [asked, app.id, onChange, setOwn]);
  const choice = preset ?? (isOwn ? own : none);
  const choose = (next: string) => {
    setOwn(next === own);
    if (next === none) onChange({ scope: '', preset: null });
    else if (next === own) onChange({ scope: text ?? '', preset: null });
    else onChange({ preset: next });
  };
  return (
    <div className={styles.scope}>
      <div className={styles.scopeChoice}>
        <Choice
          label={t('scope')}
          value={choice}
          placeholder={t('scopeChoices.gone')}
          options={[
            { value: none, label: t('scopeChoices.none'), detail: t('scopeNone') },
            ...app.scopes.map(({ id, name, scope }) => ({ value: id, label: name, detail: words(scope) })),
            { value: own, label: t('scopeChoices.own') },
          ]}
          onChange={choose}
          hint={choice === none ? t('scopeNone') : choice !== own && text !== null && words(text)}
        />
        <Button
          look="ghost"
          onPress={() =>
            openScope({ appId: app.id, text: text ?? '', presetId: text === null ? null : preset })
          }
        >
          {t('scopeEdit')}
        </Button>
      </div>
      {choice === own && (
        <Field
          label={t('scopeOwn')}
          hideLabel
          mono
          rows={9}
          value={value}
          onChange={(scope) => onChange({ scope })}
          hint={t('scopeHint')}
          problem={wrong ? t(wrong === 'digits' ? 'scopeDigits' : 'scopeProblem') : undefined}
        />
      )}
      {preset !== null && wrong !== null && (
        <Notice tone="error">
          {t(wrong === 'gone' ? 'scopeGone' : wrong === 'digits' ? 'scopeDigits' : 'scopeProblem')}
        </Notice>
      )}
      {text?.trim() && app.variant.kind !== 'channel' ? (
        <Notice isQuiet tone="warning">
          {t('scopeNoEffect')}
        </Notice>
      ) : null}
    </div>
  );
}

/** A scope in a few words: its permissions, and how many agents it is limited to. */
function useScopeWords(): (scope: string) => string {
  const { t } = useTranslation('mint');
  return (scope) => {
    const { permissions, bots } = readScope(scope, parseRecent);
    const named = permissions?.slice(0, 3).join(', ') ?? '–';
    return t('scopeSome', {
      permissions: (permissions?.length ?? 0) > 3 ? `${named}, …` : named,
      bots: bots === null ? t('scopeAnyBot') : String(bots.length),
    });
  };
}
