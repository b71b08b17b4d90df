import type { en } from './en.ts';
import type { TextsOf } from './texts-of.ts';
import { answer } from './zh/answer.ts';
import { build } from './zh/build.ts';
import { connection } from './zh/connection.ts';
import { consoleTexts } from './zh/console.ts';
import { doctor } from './zh/doctor.ts';
import { frame } from './zh/frame.ts';
import { history } from './zh/history.ts';
import { jwt } from './zh/jwt.ts';
import { keys } from './zh/keys.ts';
import { mint } from './zh/mint.ts';
import { palette } from './zh/palette.ts';
import { practice } from './zh/practice.ts';
import { practiceChecks } from './zh/practice-checks.ts';
import { request } from './zh/request.ts';
import { scope } from './zh/scope.ts';
import { settings } from './zh/settings.ts';
import { socket } from './zh/socket.ts';
import { tokens } from './zh/tokens.ts';

export const zh: TextsOf<typeof en> = {
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
};
