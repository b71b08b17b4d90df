import { type MemberChange, memberInteger, memberText, type ReadableDraft } from './draft.ts';

const inPayload = (path: readonly string[], value: string | null): MemberChange => ({
  segment: 'payload',
  path,
  value,
});

/** When the JWT begins and ends, in epoch seconds, as far as both are integers. */
export interface Times {
  readonly iat: number | null;
  readonly exp: number | null;
  /** Seconds from `iat` to `exp`. */
  readonly lifetime: number | null;
}

export function timesOf(read: ReadableDraft): Times {
  const iat = memberInteger(read, ['iat']);
  const exp = memberInteger(read, ['exp']);
  return { iat, exp, lifetime: iat === null || exp === null ? null : exp - iat };
}

/** Moves `iat`, and `exp` with it so that the lifetime stays. */
export function moveTo(read: ReadableDraft, iat: number): readonly MemberChange[] {
  const { lifetime } = timesOf(read);
  const exp = lifetime === null ? [] : [inPayload(['exp'], String(iat + lifetime))];
  return [inPayload(['iat'], String(iat)), ...exp];
}

/** Sets `exp` so that the JWT lives for `seconds`; an `iat` that is missing becomes `now`. */
export function liveFor(read: ReadableDraft, seconds: number, now: number): readonly MemberChange[] {
  const { iat } = timesOf(read);
  const start = iat ?? now;
  return [
    ...(iat === null ? [inPayload(['iat'], String(start))] : []),
    inPayload(['exp'], String(start + seconds)),
  ];
}

const defaultLifetime = 600;
const longestLifetime = 3600;

/** Times that begin now, with the lifetime that there is unless it makes no sense. */
export function timesFromNow(read: ReadableDraft, now: number): readonly MemberChange[] {
  const { lifetime } = timesOf(read);
  const isSound = lifetime !== null && lifetime > 0 && lifetime <= longestLifetime;
  const exp = now + (isSound ? lifetime : defaultLifetime);
  return [inPayload(['iat'], String(now)), inPayload(['exp'], String(exp))];
}

const deviceInfo = ['session_context', 'device_info'] as const;
const deviceNames = { 'device-id': 'device_id', 'custom-consumer': 'custom_consumer' } as const;

export type DeviceKind = 'none' | keyof typeof deviceNames;

export interface DeviceText {
  readonly kind: DeviceKind;
  readonly value: string;
}

/** True when a field can hold the device, and the objects around it are objects or missing. */
export function canChangeDevice(read: ReadableDraft): boolean {
  const around = [['session_context'], deviceInfo].map((path) => memberText(read, 'payload', path));
  const isRoom = around.every(({ kind, text }) => kind === 'absent' || text.startsWith('{'));
  const values = Object.values(deviceNames).map((name) => memberText(read, 'payload', [...deviceInfo, name]));
  return isRoom && values.every(({ kind }) => kind !== 'structure');
}

/** The device id or custom consumer; where both are given, the device id. */
export function deviceOf(read: ReadableDraft): DeviceText {
  for (const kind of ['device-id', 'custom-consumer'] as const) {
    const found = memberText(read, 'payload', [...deviceInfo, deviceNames[kind]]);
    if (found.kind !== 'absent') return { kind, value: found.text };
  }
  return { kind: 'none', value: '' };
}

function isBare(read: ReadableDraft, path: readonly string[], besides: readonly string[]): boolean {
  const { kind, text } = memberText(read, 'payload', path);
  if (kind !== 'structure') return false;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => besides.includes(name));
}

/** Puts one of the two in the place of the other, or takes both away with the objects that held nothing else. */
export function setDevice(read: ReadableDraft, device: DeviceText): readonly MemberChange[] {
  const names = Object.values(deviceNames);
  if (device.kind === 'none') {
    if (!isBare(read, deviceInfo, names)) return names.map((name) => inPayload([...deviceInfo, name], null));
    const isOnly = isBare(read, ['session_context'], ['device_info']);
    return [inPayload(isOnly ? ['session_context'] : deviceInfo, null)];
  }
  const kept = deviceNames[device.kind];
  return [
    inPayload([...deviceInfo, kept], JSON.stringify(device.value)),
    ...names.filter((name) => name !== kept).map((name) => inPayload([...deviceInfo, name], null)),
  ];
}
