import { useEffect, useState } from 'react';
import type { AnswerBody } from '../../../../shared/console-run.ts';
import type { AnswerReader } from '../reading/answer-reader.ts';
import { useReader } from '../reading/use-reader.ts';
import { useReading } from '../rows/use-reading.ts';
import { mostCompared, TextComparison } from './text-comparison.tsx';

interface Props {
  readonly earlier: AnswerBody;
  readonly later: AnswerBody;
}

function useText(reader: AnswerReader): string | null {
  const { isComplete } = useReading(reader);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (!isComplete) return;
    let isCurrent = true;
    void reader.ask('whole', { most: mostCompared }).then((whole) => {
      // One that is too long is said to be.
      if (isCurrent) setText(whole.text ?? ' '.repeat(mostCompared + 1));
    });
    return () => {
      isCurrent = false;
    };
  }, [reader, isComplete]);
  return text;
}

function Compared({ left, right }: { readonly left: AnswerReader; readonly right: AnswerReader }) {
  const [leftText, rightText] = [useText(left), useText(right)];
  return leftText === null || rightText === null ? null : (
    <TextComparison left={leftText} right={rightText} />
  );
}

/** The answer of a request beside the one that it gave before. */
export function CompareWithEarlier({ earlier, later }: Props) {
  const [left, right] = [useReader(earlier), useReader(later)];
  return left === null || right === null ? null : <Compared left={left} right={right} />;
}
