import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stands below the title and does not scroll with the rest. */
  readonly lead?: ReactNode;
  /** The buttons at the end; the close button comes by itself when `cancelLabel` is given. */
  readonly actions?: ReactNode;
  readonly cancelLabel?: string;
  readonly width?: number;
  /** `alertdialog` for a question that interrupts. */
  readonly role?: 'dialog' | 'alertdialog';
}

export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  lead,
  actions,
  cancelLabel,
  width = 480,
  role = 'dialog',
}: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''} style={{ width }}>
        <AriaDialog role={role} className={styles.dialog ?? ''}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {lead && <div className={styles.lead}>{lead}</div>}
          <div className={styles.scroller}>
            <div className={styles.body}>{children}</div>
          </div>
          {actions && (
            <div className={styles.actions}>
              {cancelLabel !== undefined && <Button onPress={onClose}>{cancelLabel}</Button>}
              {actions}
            </div>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
