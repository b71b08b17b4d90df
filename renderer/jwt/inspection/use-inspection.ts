import { useEffect, useMemo, useRef, useState } from 'react';
import { type Inspection, type InspectionRequest, inspectText } from './inspect-text.ts';
import { createReader, type InspectionReader } from './inspection-reader.ts';

/** Characters that are read in well under a frame. */
const readAtOnce = 8192;

export interface ReadInspection {
  /** Null until the first large text has been read. */
  readonly inspection: Inspection | null;
  /** True while `inspection` is of an earlier request. */
  readonly isReading: boolean;
  /** Reading failed, and again when it was tried once more. */
  readonly isBroken: boolean;
}

export function isLargeText({ text, other }: Pick<InspectionRequest, 'text' | 'other'>): boolean {
  return text.length + (other?.length ?? 0) > readAtOnce;
}

/** What the text of `request` holds: a short one at once, a large one from a worker while the window goes on. */
export function useInspection(request: InspectionRequest): ReadInspection {
  const isLarge = isLargeText(request);
  const atOnce = useMemo(() => (isLarge ? null : inspectText(request)), [isLarge, request]);
  const [last, setLast] = useState<{ of: InspectionRequest; inspection: Inspection } | null>(null);
  const [isBroken, setBroken] = useState(false);
  const reader = useRef<InspectionReader | null>(null);
  useEffect(() => {
    if (!isLarge) return;
    setBroken(false);
    reader.current = createReader({
      onRead: (inspection, of) => setLast({ of, inspection }),
      onFailure: () => setBroken(true),
    });
    return () => {
      reader.current?.close();
      reader.current = null;
      setLast(null);
    };
  }, [isLarge]);
  useEffect(() => {
    if (isLarge) reader.current?.read(request);
  }, [isLarge, request]);
  if (atOnce) return { inspection: atOnce, isReading: false, isBroken: false };
  return { inspection: last?.inspection ?? null, isReading: !isBroken && last?.of !== request, isBroken };
}
