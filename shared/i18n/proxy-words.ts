interface ProxyWords {
  /** Where the proxy is named. */
  readonly proxyPlace: string;
  /** What one can do about it there. */
  readonly proxyChange: string;
}

const words = {
  en: {
    own: {
      proxyPlace: 'in this app under Settings → Proxy',
      proxyChange: 'change it under Settings → Proxy',
    },
    system: {
      proxyPlace: 'in the system’s network settings',
      proxyChange: 'take it out of the system’s network settings, or choose another under Settings → Proxy',
    },
    environment: {
      proxyPlace: 'in the environment (HTTPS_PROXY or the like)',
      proxyChange: 'take it out of the environment, or choose another under Settings → Proxy',
    },
  },
  zh: {
    own: {
      proxyPlace: '本应用的“设置 → 代理”',
      proxyChange: '在“设置 → 代理”中修改',
    },
    system: {
      proxyPlace: '系统网络设置',
      proxyChange: '从系统网络设置中移除它，或在“设置 → 代理”中改用其他代理',
    },
    environment: {
      proxyPlace: '环境变量（HTTPS_PROXY 等）',
      proxyChange: '从环境变量中移除它，或在“设置 → 代理”中改用其他代理',
    },
  },
} as const satisfies Record<'zh' | 'en', Record<string, ProxyWords>>;

/** Where a proxy is named and what to do there, by what names it (`own`, `system`, `environment`). */
export function proxyWords(source: string | number, language: 'zh' | 'en'): ProxyWords {
  const known = words[language];
  if (source === 'own' || source === 'environment') return known[source];
  return known.system;
}
