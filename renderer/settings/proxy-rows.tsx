import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { showProblem } from '../app/toast-store.ts';
import { useBusy } from '../app/use-busy.ts';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import styles from './network-rows.module.css';
import { changeNetwork, saveOwnProxy, useNetworkSettings, useNetworkState } from './network-store.ts';
import { readProxy } from './read-proxy.ts';
import { Row } from './settings-row.tsx';

const kinds = ['system', 'none', 'own'] as const;

/** Which proxy all traffic goes through. */
export function ProxyRows() {
  const { t, i18n } = useTranslation('settings');
  const { proxy } = useNetworkSettings();
  const state = useNetworkState((network) => network.state);
  const [wantsOwn, setWantsOwn] = useState(false);
  const kind = wantsOwn ? 'own' : proxy.kind;
  const choose = async (next: (typeof kinds)[number]) => {
    setWantsOwn(next === 'own');
    if (next === 'own' && proxy.url === '') return;
    const problem = await changeNetwork({ proxy: { ...proxy, kind: next } });
    if (problem !== null) showProblem(problem);
  };
  const inUse =
    state === null ? '' : state.proxy === null ? t('proxyNowNone') : t('proxyNow', { proxy: state.proxy });
  return (
    <Row
      name="proxy"
      title={t('proxy')}
      detail={[t('proxyHint'), inUse].filter((line) => line !== '').join(i18n.language === 'zh' ? '' : ' ')}
      problem={kind === 'own' && <OwnProxy key={`${proxy.url} ${proxy.user}`} />}
    >
      <Segmented
        label={t('proxy')}
        hideLabel
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`proxyKinds.${value}`) }))}
        onChange={(next) => void choose(next)}
      />
    </Row>
  );
}

function OwnProxy() {
  const { t } = useTranslation('settings');
  const { proxy } = useNetworkSettings();
  const hasPassword = useNetworkState(({ state }) => state?.hasPassword ?? null);
  const [url, setUrl] = useState(proxy.url);
  const [user, setUser] = useState(proxy.user);
  const [password, setPassword] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, run] = useBusy();
  /** An address that was pasted with user and password fills their fields. */
  const takeApart = () => {
    const typed = readProxy(url);
    setUrl(typed.url);
    if (typed.user !== null) setUser(typed.user);
    if (typed.password !== null) setPassword(typed.password);
    return typed;
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const typed = takeApart();
    const named = { url: typed.url, user: (typed.user ?? user).trim() };
    void run(async () => setProblem(await saveOwnProxy(named, typed.password ?? password)));
  };
  return (
    <form className={styles.proxy} onSubmit={save}>
      <Field
        label={t('proxyUrl')}
        mono
        value={url}
        onChange={setUrl}
        onBlur={takeApart}
        placeholder={t('proxyUrlExample')}
      />
      <Field label={t('proxyUser')} value={user} onChange={setUser} />
      <Field
        label={t('proxyPassword')}
        type="password"
        value={password ?? ''}
        onChange={setPassword}
        isDisabled={user.trim() === ''}
        placeholder={user.trim() === '' ? '' : t(hasPassword ? 'passwordKept' : 'passwordNone')}
      />
      <Button type="submit" isDisabled={busy || url.trim() === ''}>
        {t('saveProxy')}
      </Button>
      {problem && (
        <div className={styles.problem}>
          <ProblemView problem={problem} />
        </div>
      )}
    </form>
  );
}
