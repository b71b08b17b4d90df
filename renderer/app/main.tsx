import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import '../ui/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { applyEvent, useAppStore } from './app-store.ts';
import { call, subscribe } from './bridge-client.ts';
import { runCommand } from './commands.ts';
import { showNotice, takeNoticeAway } from './page-notices.ts';
import { followPracticeLog } from './practice-log-store.ts';
import { followPreferences, languageOf } from './preferences.ts';
import { Root } from './root.tsx';
import { tellPracticeStart } from './tell-practice-start.ts';
import { catchUp } from './use-now.ts';

async function start(): Promise<void> {
  if (!('cozeMint' in window)) {
    const { openLoopback } = await import('./loopback/open-loopback.tsx');
    await openLoopback();
  }
  subscribe((event) => {
    catchUp();
    if (event.name === 'command') runCommand(event.payload.name);
    else if (event.name === 'notice') showNotice(event.payload);
    else if (event.name === 'noticeGone') takeNoticeAway(event.payload.id);
    else {
      if (event.name === 'practice') tellPracticeStart(event.payload);
      applyEvent(event);
    }
  });
  void followPracticeLog();
  const snapshot = await call('app.snapshot', null);
  useAppStore.setState(snapshot);
  await startI18n(languageOf(snapshot.profile.settings, snapshot.host));
  followPreferences();
  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <Root />
      </StrictMode>,
    );
  }
}

void start();
