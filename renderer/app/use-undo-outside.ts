import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface Steps {
  readonly undo: () => void;
  readonly redo: () => void;
}

interface UndoProps<Box extends HTMLElement> {
  readonly ref: RefObject<Box | null>;
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
}

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): keyof Steps | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey ? 'redo' : null;
}

/**
 * Takes undo and redo away from the fields of a form and gives them to whoever keeps one history for all of them: the
 * shortcuts, and what a menu asks the focused field for. The result belongs on the element around the fields.
 *
 * @param steps - functions that stay the same ones
 */
export function useUndoOutside<Box extends HTMLElement = HTMLDivElement>({
  undo,
  redo,
}: Steps): UndoProps<Box> {
  const ref = useRef<Box>(null);
  useEffect(() => {
    const { current } = ref;
    const take = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.inputType === 'historyUndo') undo();
      else redo();
    };
    current?.addEventListener('beforeinput', take, { capture: true });
    return () => current?.removeEventListener('beforeinput', take, { capture: true });
  }, [undo, redo]);
  return {
    ref,
    onKeyDownCapture: (event) => {
      const step = stepOf(event);
      if (step === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (step === 'undo') undo();
      else redo();
    },
  };
}
