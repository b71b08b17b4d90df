import { Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { useProblemText } from './problem-text.ts';
import { dismissToast, runUndo, type Toast, useToastStore } from './toast-store.ts';
import styles from './toasts.module.css';

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useToastStore((state) => state.toasts);
  return (
    <section className={styles.toasts} aria-label={t('notifications')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

interface Props {
  readonly toast: Toast;
}

function ToastView({ toast }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const problem = toast.problem ? problemText(toast.problem) : null;
  return (
    <div className={styles.toast} data-tone={problem ? 'error' : undefined}>
      <div className={styles.words}>
        <div>{toast.text ?? problem?.title}</div>
        {toast.detail && <div className="secondary">{toast.detail}</div>}
        {problem && (
          <div className="secondary">
            {problem.why} {problem.todo}
          </div>
        )}
      </div>
      {toast.undo && (
        <Button look="ghost" onPress={() => runUndo(toast)}>
          <Undo2 size={14} strokeWidth={1.5} aria-hidden />
          {t('undo')}
        </Button>
      )}
      {toast.actions?.map(({ label, run }) => (
        <Button
          key={label}
          look="ghost"
          onPress={() => {
            dismissToast(toast.id);
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <Button look="ghost" square aria-label={t('dismiss')} onPress={() => dismissToast(toast.id)}>
        <X size={14} strokeWidth={1.5} />
      </Button>
    </div>
  );
}
