import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../shared/problem.ts';
import { call, problemOf } from '../app/bridge-client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { Button } from '../ui/button.tsx';
import { Segmented } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeGenerate, useGenerateStore } from './generate-store.ts';
import { openImport, setImportDraft } from './import-store.ts';

const lengths = ['2048', '3072', '4096'] as const;
type Length = (typeof lengths)[number];
const bitsOf: Readonly<Record<Length, 2048 | 3072 | 4096>> = { '2048': 2048, '3072': 3072, '4096': 4096 };

export function GenerateDialog() {
  const { t } = useTranslation(['keys', 'frame']);
  const { isOpen, formId } = useGenerateStore();
  const [length, setLength] = useState<Length>('2048');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  const close = () => {
    running.current?.abort();
    setProblem(null);
    closeGenerate();
  };
  const generate = async () => {
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    setProblem(null);
    try {
      const draft = await call('keys.generate', { bits: bitsOf[length] }, { signal: controller.signal });
      if (controller.signal.aborted) {
        await call('keys.discard', { draftId: draft.draftId });
        return;
      }
      closeGenerate();
      openImport(formId);
      setImportDraft(draft);
    } catch (thrown) {
      if (!controller.signal.aborted) setProblem(problemOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t('generateDialog.title')}
      isOpen={isOpen}
      onClose={close}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="main" isDisabled={busy} onPress={() => void generate()}>
          {busy ? t('generateDialog.running') : t('generateDialog.action')}
        </Button>
      }
    >
      <p className="secondary">{t('generateDialog.text')}</p>
      <Segmented
        label={t('generateDialog.bits')}
        hint={t('generateDialog.bitsHint')}
        value={length}
        options={lengths.map((value) => ({ value, label: value }))}
        onChange={setLength}
        isDisabled={busy}
      />
      {problem && <ProblemView problem={problem} remedies={{ retry: () => void generate() }} />}
    </Dialog>
  );
}
