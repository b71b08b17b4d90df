import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../renderer/practice/flow-steps.ts';

const nothing = {
  hasApp: false,
  isRunning: false,
  isRegistered: false,
  jwt: null,
  hasToken: false,
  hasCalled: false,
};
const ready = { ...nothing, hasApp: true, isRunning: true, isRegistered: true };

describe('the next step of the flow', () => {
  it('leads from nothing to the call', () => {
    expect(stepOf(nothing)).toBe('key');
    expect(stepOf({ ...nothing, hasApp: true })).toBe('app');
    expect(stepOf({ ...nothing, hasApp: true, isRunning: true })).toBe('app');
    expect(stepOf(ready)).toBe('sign');
    expect(stepOf({ ...ready, jwt: 'a.b.c' })).toBe('exchange');
    expect(stepOf({ ...ready, hasToken: true })).toBe('call');
    expect(stepOf({ ...ready, hasToken: true, hasCalled: true })).toBe(null);
  });

  it('is signing again when the exchange failed, which used the JWT up', () => {
    expect(stepOf({ ...ready, jwt: null, hasToken: false })).toBe('sign');
  });

  it('is the start when practice Coze was stopped, whatever was done before', () => {
    expect(stepOf({ ...ready, isRunning: false, hasToken: true, hasCalled: true })).toBe('app');
  });
});
