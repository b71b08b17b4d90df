import {
  Braces,
  FlaskConical,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Send,
  Settings2,
  Sprout,
  Stethoscope,
} from 'lucide-react';

export const screenNames = [
  'mint',
  'jwt',
  'scope',
  'console',
  'keys',
  'doctor',
  'practice',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];

export const screenIcons: Readonly<Record<ScreenName, LucideIcon>> = {
  mint: Sprout,
  jwt: Braces,
  scope: ListChecks,
  console: Send,
  keys: KeyRound,
  doctor: Stethoscope,
  practice: FlaskConical,
  settings: Settings2,
};
