import { build } from './en/build.ts';
import { consoleTexts } from './en/console.ts';
import { doctor } from './en/doctor.ts';
import { frame } from './en/frame.ts';
import { jwt } from './en/jwt.ts';
import { keys } from './en/keys.ts';
import { mint } from './en/mint.ts';
import { scope } from './en/scope.ts';
import { settings } from './en/settings.ts';
import { tokens } from './en/tokens.ts';

export const en = {
  frame,
  mint,
  jwt,
  build,
  scope,
  console: consoleTexts,
  keys,
  doctor,
  settings,
  tokens,
} as const;
