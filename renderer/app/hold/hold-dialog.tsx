import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Region } from '../../../shared/coze/region.ts';
import type { AccessToken } from '../../../shared/coze/token.ts';
import type { Problem } from '../../../shared/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useAppStore, useCurrentApp } from '../app-store.ts';
import { call, problemOf } from '../bridge-client.ts';
import { formatLocal } from '../format-time.ts';
import { ProblemView } from '../problem-view.tsx';
import { showNote, showRemark } from '../toast-store.ts';
import { useBusy } from '../use-busy.ts';
import { useNow } from '../use-now.ts';
import { type ExpiryReading, readExpiry } from './expiry-text.ts';
import styles from './hold-dialog.module.css';

interface Props {
  readonly onHeld: (token: AccessToken) => void;
  readonly onClose: () => void;
}

const quickExpiries = ['+1d', '+30d'] as const;

/** Takes in a token that was got elsewhere. What is refused stays as it was typed. */
export function HoldDialog({ onHeld, onClose }: Props) {
  const { t } = useTranslation(['tokens', 'frame', 'keys']);
  const app = useCurrentApp();
  const [name, setName] = useState<string>(t('hold.defaultName'));
  const [regionKind, setRegionKind] = useState<Region['kind']>(app?.region.kind ?? 'cn');
  const [baseUrl, setBaseUrl] = useState(app?.region.kind === 'custom' ? app.region.baseUrl : 'https://');
  const [text, setText] = useState('');
  const [expiry, setExpiry] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, run] = useBusy();
  const now = useNow();
  const reading = readExpiry(expiry, now);
  const isReady =
    name.trim() !== '' && text.trim() !== '' && reading.kind !== 'unreadable' && reading.kind !== 'past';
  const region: Region = regionKind === 'custom' ? { kind: 'custom', baseUrl } : { kind: regionKind };

  const hold = () =>
    run(async () => {
      if (!isReady) return;
      setProblem(null);
      const expiresAt = reading.kind === 'at' ? reading.at : null;
      const before = new Set(useAppStore.getState().tokens.map(({ id }) => id));
      try {
        const token = await call('tokens.hold', { name, text, region, expiresAt });
        onHeld(token);
        if (before.has(token.id)) showRemark(t('hold.heldAlready', { name: token.appName }));
        else showNote(t('hold.held'));
        onClose();
      } catch (thrown) {
        setProblem(problemOf(thrown));
      }
    });

  return (
    <Dialog
      title={t('hold.title')}
      isOpen
      onClose={onClose}
      width={520}
      cancelLabel={t('frame:cancel')}
      actions={
        <Button look="main" isDisabled={busy || !isReady} onPress={() => void hold()}>
          {t('hold.action')}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void hold();
        }}
      >
        <p className="secondary">{t('hold.text')}</p>
        <Field
          label={t('hold.token')}
          mono
          rows={3}
          autoFocus
          value={text}
          onChange={setText}
          hint={t('hold.tokenHint')}
          maxLength={65_536}
        />
        {problem && <ProblemView problem={problem} remedies={{ retry: () => void hold() }} />}
        <Field label={t('hold.name')} value={name} onChange={setName} maxLength={120} />
        <Segmented
          label={t('hold.region')}
          value={regionKind}
          options={(['cn', 'com', 'practice', 'custom'] as const).map((value) => ({
            value,
            label: t(`keys:form.regions.${value}`),
          }))}
          onChange={setRegionKind}
        />
        {regionKind === 'custom' && (
          <Field label={t('hold.baseUrl')} mono value={baseUrl} onChange={setBaseUrl} />
        )}
        <div className={styles.expiry}>
          <ExpiryField text={expiry} reading={reading} onChange={setExpiry} />
          {quickExpiries.map((quick) => (
            <Button key={quick} look="ghost" onPress={() => setExpiry(quick)}>
              <code>{quick}</code>
            </Button>
          ))}
        </div>
        {/* Enter in a field sends the form only when it has a button for that. */}
        <button type="submit" hidden disabled={busy || !isReady} />
      </form>
    </Dialog>
  );
}

interface ExpiryProps {
  readonly text: string;
  readonly reading: ExpiryReading;
  readonly onChange: (text: string) => void;
}

function ExpiryField({ text, reading, onChange }: ExpiryProps) {
  const { t } = useTranslation('tokens');
  const time = 'at' in reading ? formatLocal(reading.at * 1000) : '';
  const problems = { unreadable: t('hold.expiryWrong'), past: t('hold.expiryPast', { time }) };
  const isWrong = reading.kind === 'unreadable' || reading.kind === 'past';
  return (
    <Field
      label={t('hold.expiry')}
      value={text}
      onChange={onChange}
      hint={reading.kind === 'at' ? t('hold.expiryAt', { time }) : t('hold.expiryHint')}
      problem={isWrong ? problems[reading.kind] : undefined}
    />
  );
}
