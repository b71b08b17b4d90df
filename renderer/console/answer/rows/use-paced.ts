import { useEffect, useRef, useState } from 'react';

/** Milliseconds between two drawings while much is coming; more where a drawing takes long. */
const pause = 100;
/** A drawing may take this part of the time. */
const share = 4;

/**
 * The value as it is drawn: the newest at most ten times a second, and less often where drawing takes long, so that the
 * window has time for a person. A change that `isUrgent` is shown at once.
 */
export function usePaced<Value>(value: Value, isUrgent: (before: Value, now: Value) => boolean): Value {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const began = useRef(0);
  const cost = useRef(0);
  const isAtOnce = shown !== value && isUrgent(shown, value);

  useEffect(() => {
    if (began.current > 0) cost.current = performance.now() - began.current;
    began.current = 0;
  });
  useEffect(() => {
    if (shown === value || timer.current !== null) return;
    const draw = () => {
      timer.current = null;
      began.current = performance.now();
      setShown(latest.current);
    };
    if (isAtOnce) draw();
    else timer.current = setTimeout(draw, Math.max(pause, cost.current * share));
  }, [shown, value, isAtOnce]);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return isAtOnce ? value : shown;
}
