import { answer } from './en/answer.ts';
import { build } from './en/build.ts';
import { connection } from './en/connection.ts';
import { consoleTexts } from './en/console.ts';
import { doctor } from './en/doctor.ts';
import { frame } from './en/frame.ts';
import { history } from './en/history.ts';
import { jwt } from './en/jwt.ts';
import { keys } from './en/keys.ts';
import { mint } from './en/mint.ts';
import { palette } from './en/palette.ts';
import { practice } from './en/practice.ts';
import { practiceChecks } from './en/practice-checks.ts';
import { request } from './en/request.ts';
import { scope } from './en/scope.ts';
import { settings } from './en/settings.ts';
import { socket } from './en/socket.ts';
import { tokens } from './en/tokens.ts';

export const en = {
  frame,
  mint,
  history,
  jwt,
  build,
  scope,
  answer,
  connection,
  console: consoleTexts,
  keys,
  doctor,
  palette,
  practice,
  practiceChecks,
  request,
  settings,
  socket,
  tokens,
} as const;
