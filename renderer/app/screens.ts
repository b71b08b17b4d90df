import { Braces, KeyRound, ListChecks, type LucideIcon, Send, Settings2, Sprout } from 'lucide-react';

export const screenNames = ['mint', 'jwt', 'scope', 'console', 'keys', 'settings'] as const;
export type ScreenName = (typeof screenNames)[number];

export const screenIcons: Readonly<Record<ScreenName, LucideIcon>> = {
  mint: Sprout,
  jwt: Braces,
  scope: ListChecks,
  console: Send,
  keys: KeyRound,
  settings: Settings2,
};
