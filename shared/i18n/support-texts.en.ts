/** Labels of the report for support. */
export const supportTextsEn = {
  title: 'Coze Mint failure report (secrets removed)',
  app: 'App',
  region: 'Region',
  host: 'Host',
  problem: 'Problem',
  systemCode: 'System error',
  status: 'HTTP status',
  logId: 'Log ID',
  none: 'none',
  localTime: 'Local time',
  serverTime: 'Server time',
  unknown: 'unknown',
  clock: 'Local clock against server: {{seconds}} s',
  causes: 'Likely causes',
  answer: 'Answer ({{contentType}})',
  noContentType: 'no content type',
  empty: '(empty body)',
} as const;

export type SupportTexts = Readonly<Record<keyof typeof supportTextsEn, string>>;
