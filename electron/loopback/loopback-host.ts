import type { BridgeEvent, HostInfo } from '../../shared/bridge.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { HostNotice, HostServices } from '../engine.ts';

export interface LoopbackHost extends HostServices {
  /** From now on "the system's language" is the first of these that the app speaks. */
  readonly preferLanguages: (acceptLanguage: string) => void;
}

export interface LoopbackHostOptions {
  readonly version: string;
  readonly dataFolder: string;
  /** The system's language until a browser says what it wants. */
  readonly language: HostInfo['systemLanguage'];
  readonly emit: (event: BridgeEvent) => void;
}

/** The first language of an `Accept-Language` header that the app speaks, or null. */
export function firstKnownLanguage(acceptLanguage: string): HostInfo['systemLanguage'] | null {
  for (const tag of acceptLanguage.slice(0, 1000).toLowerCase().split(',')) {
    const [language] = tag.trim().split(/[-;_]/);
    if (language === 'zh' || language === 'en') return language;
  }
  return null;
}

/**
 * What a page in a browser leaves to its host. The page itself copies, picks files, opens links and shows notices: it is
 * where the person sits, who may have come through `ssh -L` from another machine.
 */
export function createLoopbackHost(options: LoopbackHostOptions): LoopbackHost {
  const { version, dataFolder, emit } = options;
  const notices = new Map<string, HostNotice>();
  let systemLanguage = options.language;

  function dismissNotice(id: string): void {
    if (notices.delete(id)) emit({ name: 'noticeGone', payload: { id } });
  }

  return {
    get info(): HostInfo {
      return {
        version,
        platform: 'web',
        systemLanguage,
        dataFolder,
        canPickFiles: true,
        copiesInPage: true,
        noticesInPage: true,
      };
    },
    preferLanguages: (acceptLanguage) => {
      systemLanguage = firstKnownLanguage(acceptLanguage) ?? options.language;
    },
    pickFile: async () => null,
    readClipboard: async () => '',
    writeClipboard: async () => {
      throw new ProblemError('input/invalid', { params: { name: 'app.copyText', path: '' } });
    },
    openExternal: async () => undefined,
    notify: (notice) => {
      notices.set(notice.id, notice);
      const { id, title, body, actions } = notice;
      emit({
        name: 'notice',
        payload: { id, title, body, actions: actions.map((action) => ({ ...action })) },
      });
    },
    dismissNotice,
    actOnNotice: (id, actionId) => {
      const notice = notices.get(id);
      dismissNotice(id);
      notice?.onAction(actionId);
    },
  };
}
