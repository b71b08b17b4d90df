import type { Seen, SeenLabel } from '../../shared/doctor.ts';
import type { Problem } from '../../shared/problem.ts';

const longestValue = 500;

interface Measured {
  readonly value: string;
  readonly milliseconds: number;
}

/** @param milliseconds - since the epoch */
export function seenTime(milliseconds: number): Measured {
  return { value: new Date(milliseconds).toISOString(), milliseconds: Math.round(milliseconds) };
}

/** A length in whole seconds. */
export function seenLength(milliseconds: number): Measured {
  return { value: `${Math.round(milliseconds / 1000)} s`, milliseconds: Math.round(milliseconds) };
}

/** Lines of what was seen, without those that have no value. */
export function seenOf(
  values: Partial<Record<SeenLabel, string | number | Measured | null>>,
): readonly Seen[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const label = name as SeenLabel;
    if (value === null || value === '' || value === undefined) return [];
    if (typeof value === 'object') return [{ label, ...value }];
    return [{ label, value: String(value).slice(0, longestValue) }];
  });
}

/** What the server said, or the system when no answer came, as lines. */
export function seenOfServer({ server, params }: Problem): readonly Seen[] {
  return seenOf({
    status: server?.status ?? null,
    code: params['errorCode'] ?? params['code'] ?? null,
    message: params['errorMessage'] ?? params['msg'] ?? null,
    'log-id': server?.logId ?? null,
    error: params['systemCode'] ?? null,
  });
}
