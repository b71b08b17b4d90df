import type { Seen, SeenLabel } from '../../shared/doctor.ts';
import type { Problem } from '../../shared/problem.ts';

const longestValue = 500;

/** Lines of what was seen, without those that have no value. */
export function seenOf(values: Partial<Record<SeenLabel, string | number | null>>): readonly Seen[] {
  return Object.entries(values).flatMap(([label, value]) =>
    value === null || value === '' || value === undefined
      ? []
      : [{ label: label as SeenLabel, value: String(value).slice(0, longestValue) }],
  );
}

/** What the server said, as lines. */
export function seenOfServer({ server, params }: Problem): readonly Seen[] {
  return seenOf({
    status: server?.status ?? null,
    code: params['errorCode'] ?? params['code'] ?? null,
    message: params['errorMessage'] ?? params['msg'] ?? null,
    'log-id': server?.logId ?? null,
  });
}
