import { useTranslation } from 'react-i18next';
import type { Endpoint } from '../../shared/coze/endpoints.ts';
import { useAppStore } from '../app/app-store.ts';
import { Button } from '../ui/button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { BodyTab } from './body-tab.tsx';
import styles from './console-screen.module.css';
import { cancelSend, runId, send, useConsoleStore, useRequestForm } from './console-store.ts';
import { EndpointFacts } from './endpoint-facts.tsx';
import { HeadersTab } from './headers-tab.tsx';
import { MethodName } from './method-name.tsx';
import { ParamsTab } from './params-tab.tsx';
import { checkForm, filledPath, unsendable } from './request-form.ts';
import { SendAs } from './send-as.tsx';
import { useSender } from './use-sender.ts';

interface Props {
  readonly endpoint: Endpoint;
}

export function RequestPanel({ endpoint }: Props) {
  const { t, i18n } = useTranslation('console');
  const sender = useSender();
  const isMac = useAppStore((state) => state.host.platform === 'mac');
  const form = useRequestForm(endpoint);
  const tab = useConsoleStore((state) => state.requestTab);
  const isRunning = useConsoleStore((state) => state.running[runId(endpoint, sender)] !== undefined);
  const state = checkForm(endpoint, form);
  const blocked =
    sender === null || unsendable(endpoint) !== null || state.missing.length > 0 || state.bodyError !== null;
  const submit = () => {
    if (sender && !blocked) void send(endpoint, sender);
  };
  return (
    <section
      className={styles.request}
      aria-label={i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing)
          return;
        event.preventDefault();
        event.stopPropagation();
        submit();
      }}
    >
      <div className={styles.head}>
        <div className={styles.titleRow}>
          <h2>{i18n.language === 'zh' ? endpoint.name_zh : endpoint.name_en}</h2>
          <SendAs />
        </div>
        <div className={styles.line}>
          <div className={styles.url}>
            <MethodName method={endpoint.method} streaming={endpoint.streaming} />
            <code>{filledPath(endpoint, form)}</code>
          </div>
          {isRunning && sender && <Button onPress={() => cancelSend(endpoint, sender)}>{t('cancel')}</Button>}
          <Button
            look="main"
            className={styles.send ?? ''}
            isDisabled={blocked || isRunning}
            onPress={submit}
          >
            {isRunning ? t('sending') : t('send')}
            <kbd>{isMac ? '⌘↩' : 'Ctrl ↩'}</kbd>
          </Button>
        </div>
        <EndpointFacts endpoint={endpoint} />
      </div>
      <Tabs
        label={t('title')}
        selected={tab}
        onSelect={(requestTab) => useConsoleStore.setState({ requestTab })}
        tabs={[
          { id: 'params', label: t('params'), content: <ParamsTab endpoint={endpoint} form={form} /> },
          {
            id: 'body',
            label: t('body'),
            content: <BodyTab endpoint={endpoint} form={form} state={state} />,
          },
          { id: 'headers', label: t('headers'), content: <HeadersTab endpoint={endpoint} form={form} /> },
        ]}
      />
    </section>
  );
}
