import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sent } from '@/lib/live/outbox-entry';
import { type Send, Sender } from '@/lib/live/sender';
import type { Fields } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A sender with one item at version 3, and a server that takes whatever was made on its version. */
function scene() {
  const sent: Sent[] = [];
  let version = 3;
  const send: Send = async changes => {
    sent.push(...changes);
    await new Promise(done => setTimeout(done, 50));
    return changes.map((change): Outcome => {
      if (change.version < version) {
        const [[field, mine] = ['', null]] = Object.entries(change.fields);
        const conflicts = [{ field, mine, theirs: 'theirs', before: null, by: 'Bu Sari', at: 'x' }];
        const { mutationId } = change;
        return { mutationId, ok: false, reason: 'conflict', version, conflicts, message: '' };
      }
      version += 1;
      return { mutationId: change.mutationId, ok: true, version, at: 'x' } as Outcome;
    });
  };
  const sender = new Sender(send);
  sender.open('i', 3);
  return { sender, sent, othersSave: () => (version += 1) };
}

const heard: Fields = { unit: '%', source: 'BPS' };

describe('hearing what others saved', () => {
  it('shows it, and makes the item known at that version', () => {
    const { sender } = scene();
    const told = vi.fn();
    sender.subscribe(told);
    sender.hear('i', heard, 4);
    expect(sender.typed('i')).toEqual(heard);
    expect(sender.versionOf('i')).toBe(4);
    expect(told).toHaveBeenCalledOnce();
    sender.hear('i', heard, 4);
    expect(told).toHaveBeenCalledOnce();
    expect(sender.snapshot().unsaved).toBe(0);
  });

  it('lets what is typed on top of it go through as seen', async () => {
    const { sender, sent, othersSave } = scene();
    othersSave();
    sender.hear('i', heard, 4);
    sender.change('i', { unit: 'persen' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toMatchObject([{ version: 4, fields: { unit: 'persen' } }]);
    expect(sender.typed('i')).toEqual({ unit: 'persen', source: 'BPS' });
  });

  it.each([
    ['typed and waiting', (sender: Sender) => sender.change('i', { unit: 'mine' })],
    ['typed and no value yet', (sender: Sender) => sender.hold('i', 'unit', '1,2,', 'Perbaiki.')],
  ])('leaves alone what is %s', (_, type) => {
    const { sender } = scene();
    type(sender);
    sender.hear('i', heard, 4);
    expect(sender.typed('i').unit).not.toBe('%');
    expect(sender.typed('i').source).toBe('BPS');
    expect(sender.versionOf('i')).toBe(3);
  });

  it('sends what was typed before at the version it was seen at, so that it clashes and nothing is overwritten', async () => {
    const { sender, sent, othersSave } = scene();
    sender.change('i', { unit: 'mine' });
    othersSave();
    sender.hear('i', heard, 4);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toMatchObject([{ version: 3, fields: { unit: 'mine' } }]);
    expect(sender.stateOf('i', 'unit')).toMatchObject({ kind: 'conflict', conflict: { mine: 'mine' } });
    // Heard again while it clashes: the choice stays the writer's.
    sender.hear('i', heard, 4);
    expect(sender.stateOf('i', 'unit')?.kind).toBe('conflict');
    expect(sender.typed('i').unit).toBe('mine');
  });

  it('leaves alone what is under way', async () => {
    const { sender } = scene();
    sender.change('i', { unit: 'mine' });
    sender.flush();
    sender.hear('i', heard, 4);
    expect(sender.typed('i').unit).toBe('mine');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sender.typed('i').unit).toBe('mine');
  });

  it('waits with a field somebody is at, and takes it when they have left it as it was', () => {
    const { sender } = scene();
    sender.hear('i', heard, 4, field => field === 'unit');
    expect(sender.typed('i')).toEqual({ source: 'BPS' });
    expect(sender.versionOf('i')).toBe(3);
    sender.hear('i', heard, 4);
    expect(sender.typed('i')).toEqual(heard);
    expect(sender.versionOf('i')).toBe(4);
  });

  it('never goes back behind what was saved from here since', async () => {
    const { sender } = scene();
    sender.change('i', { unit: 'mine' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sender.versionOf('i')).toBe(4);
    sender.hear('i', { unit: 'older' }, 4);
    expect(sender.typed('i')).toEqual({ unit: 'mine' });
  });

  it('takes the way back from a change that others wrote over', async () => {
    const { sender } = scene();
    sender.change('i', { unit: 'mine' }, { unit: 'before' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sender.lastChange('i')).toEqual(['unit']);
    sender.hear('i', heard, 5);
    expect(sender.lastChange('i')).toEqual([]);
  });
});
