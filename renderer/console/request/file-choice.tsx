import { Paperclip, X } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleFile } from '../../../shared/console-run.ts';
import { Button } from '../../ui/button.tsx';
import { formatSize } from '../format-size.ts';
import styles from './file-choice.module.css';
import { pickFile, takeFile } from './take-file.ts';

interface Props {
  /** What the file is for. */
  readonly name: string;
  readonly file: ConsoleFile | null;
  readonly onChange: (file: ConsoleFile | null) => void;
  readonly isLarge?: boolean;
}

/** The place of one file: chosen in the system's dialog, or dropped here. */
export function FileChoice({ name, file, onChange, isLarge = false }: Props) {
  const { t } = useTranslation('request');
  const [isOver, setOver] = useState(false);
  const choose = async () => {
    const picked = await pickFile();
    if (picked !== null) onChange(picked);
  };
  const take = async (dropped: File) => {
    const taken = await takeFile(dropped);
    if (taken !== null) onChange(taken);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void take(dropped);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
    <div
      role="group"
      aria-label={t('file.label', { name })}
      data-takes-files
      data-over={isOver || undefined}
      className={`${styles.place} ${isLarge ? styles.large : ''}`}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Paperclip size={14} strokeWidth={1.5} aria-hidden className={styles.icon} />
      <span className={styles.name} title={file?.name}>
        {file === null ? t('file.drop') : file.name}
      </span>
      {file && <span className={styles.size}>{formatSize(file.size)}</span>}
      {file && (
        <Button look="ghost" square aria-label={t('file.remove')} onPress={() => onChange(null)}>
          <X size={14} strokeWidth={1.5} />
        </Button>
      )}
      <Button onPress={() => void choose()}>{t('file.choose')}</Button>
    </div>
  );
}
