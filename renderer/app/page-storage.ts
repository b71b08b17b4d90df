/** What this page keeps between two runs: small, without secrets, and nothing that could not be done without. */
interface PageStorage {
  readonly read: () => string | null;
  readonly write: (text: string) => void;
}

function local(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : (window.localStorage ?? null);
  } catch {
    return null;
  }
}

/** One text under one name. Where nothing can be kept, nothing is. */
export function pageStorage(name: string): PageStorage {
  const key = `coze-mint.${name}`;
  return {
    read: () => local()?.getItem(key) ?? null,
    write: (text) => {
      try {
        local()?.setItem(key, text);
      } catch {
        // Full: what was kept before stays.
      }
    },
  };
}
