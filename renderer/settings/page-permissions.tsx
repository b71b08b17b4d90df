import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askToReadClipboard, mayReadClipboard } from '../app/page-clipboard.ts';
import { Button } from '../ui/button.tsx';

/** A button, as long as the browser has to be asked whether the page may look at the clipboard. */
export function AllowClipboard() {
  const { t } = useTranslation('connection');
  const [isAskable, setIsAskable] = useState(false);
  const look = useCallback(async () => setIsAskable((await mayReadClipboard()) === 'ask'), []);
  useEffect(() => void look(), [look]);
  if (!isAskable) return null;
  return <Button onPress={() => void askToReadClipboard().then(look)}>{t('allowClipboard')}</Button>;
}

const isAskable = () => 'Notification' in window && Notification.permission === 'default';

/** A button, as long as the browser has to be asked whether the page may notify. */
export function AllowNotices() {
  const { t } = useTranslation('connection');
  const [isShown, setIsShown] = useState(isAskable);
  if (!isShown) return null;
  return (
    <Button onPress={() => void Notification.requestPermission().then(() => setIsShown(isAskable))}>
      {t('allowNotices')}
    </Button>
  );
}
