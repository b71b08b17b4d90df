import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../../electron/loopback/outbox.ts';

function full() {
  const outbox = createOutbox();
  for (const json of ['1', '2', '3']) outbox.push('event', json);
  return outbox;
}

describe('an outbox', () => {
  it('gives its messages in order, numbered from 1', () => {
    const outbox = full();
    expect(outbox.after(0)).toEqual({ number: 1, text: 'id: 1\nevent: event\ndata: 1\n\n' });
    expect(outbox.after(2)?.number).toBe(3);
    expect(outbox.after(3)).toBeNull();
  });

  it('gives again what was not seen, and never what was', () => {
    const outbox = full();
    outbox.acknowledge(2);
    expect(outbox.after(0)?.number).toBe(3);
    outbox.acknowledge(1);
    expect(outbox.after(0)?.number).toBe(3);
  });

  it('does not lose what is still to come to somebody who has seen more than there is', () => {
    const outbox = full();
    outbox.acknowledge(1_000_000);
    outbox.push('reply', '4');
    expect(outbox.after(3)).toEqual({ number: 4, text: 'id: 4\nevent: reply\ndata: 4\n\n' });
  });

  it('is full when nobody has read 5 000 messages, or 64 MiB', () => {
    const many = createOutbox();
    for (let count = 0; count < 5000; count += 1) many.push('event', '1');
    expect(many.isFull()).toBe(false);
    many.push('event', '1');
    expect(many.isFull()).toBe(true);
    many.acknowledge(1);
    expect(many.isFull()).toBe(false);

    const long = createOutbox();
    long.push('reply', JSON.stringify('x'.repeat(64 * 1024 * 1024)));
    expect(long.isFull()).toBe(true);
    long.acknowledge(1);
    expect(long.isFull()).toBe(false);
  });
});
