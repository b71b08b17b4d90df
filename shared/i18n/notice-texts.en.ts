/** The texts of system notices and of the tray; `{{left}}` is a countdown such as 01:58, `{{name}}` an app or a token. */
export interface NoticeTexts {
  readonly endsSoon: string;
  /** Several at once. */
  readonly manyEndSoon: string;
  readonly session: string;
  readonly endsPlain: string;
  readonly endsUnused: string;
  readonly endsFailing: string;
  readonly endsStopped: string;
  readonly manyEnd: string;
  readonly renew: string;
  readonly trayNoToken: string;
  readonly trayUnknown: string;
  readonly trayUntil: string;
  readonly trayCopy: string;
  readonly trayRenew: string;
  readonly trayMint: string;
  readonly trayOpen: string;
  readonly trayQuit: string;
}

export const noticeTextsEn: NoticeTexts = {
  endsSoon: 'Token of {{name}} expires in {{left}}',
  manyEndSoon: '{{count}} tokens expire soon',
  session: 'Session {{session}}',
  endsPlain: 'Renew it to go on without a break.',
  endsUnused: 'It has not been used, so it is not auto-renewed.',
  endsFailing: 'Renewing it has failed so far: {{reason}}',
  endsStopped: 'Renewing it has stopped: {{reason}}',
  manyEnd: 'The first one expires in {{left}}.',
  renew: 'Renew',
  trayNoToken: 'No live token',
  trayUnknown: '{{name}} · expiry unknown',
  trayUntil: '{{name}} · until {{time}}',
  trayCopy: 'Copy Token',
  trayRenew: 'Renew Token',
  trayMint: 'New Token for {{name}}',
  trayOpen: 'Open Coze Mint',
  trayQuit: 'Quit Coze Mint',
};
