import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';

export function Root() {
  const { t, i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language === 'zh' ? 'zh-CN' : 'en-US'}>
      <ErrorBoundary text={t('crashed')} reload={t('reload')}>
        <Frame />
      </ErrorBoundary>
    </I18nProvider>
  );
}
