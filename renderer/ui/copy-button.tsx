import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

interface Props {
  readonly label: string;
  readonly doneLabel: string;
  readonly onCopy: () => Promise<unknown>;
  readonly excludeFromTabOrder?: boolean;
}

/** Copies, then shows for two seconds that it did. */
export function CopyButton({ label, doneLabel, onCopy, excludeFromTabOrder = false }: Props) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Tooltip text={done ? doneLabel : label}>
      <Button
        look="ghost"
        square
        excludeFromTabOrder={excludeFromTabOrder}
        aria-label={done ? doneLabel : label}
        onPress={() => void onCopy().then(() => setDone(true))}
      >
        {done ? <Check size={15} strokeWidth={1.75} /> : <Copy size={15} strokeWidth={1.5} />}
      </Button>
    </Tooltip>
  );
}
