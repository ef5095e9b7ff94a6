import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { merge, type Newer } from '@/lib/plan/merge';
import { difference, fieldOfPath, flatten, sameValue } from '@/lib/plan/paths';

const cell = fc.record({
  low: fc.option(fc.stringMatching(/^\d{1,4}$/)),
  high: fc.option(fc.stringMatching(/^\d{1,4}$/)),
  text: fc.option(fc.string()),
  skipReason: fc.option(fc.string()),
  illustrative: fc.boolean(),
});
const plain = fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.array(fc.string()));
const cells = fc.dictionary(fc.constantFrom('baseline', 'milestones.2031', 'milestones.2032'), cell);
const texts = fc.dictionary(fc.constantFrom('title', 'unit', 'supporters', 'reasons.jump.2031'), plain);
const fields = fc.tuple(cells, texts).map(([a, b]): Fields => ({ ...a, ...b }));
const newer = fields.map(saved =>
  Object.fromEntries(
    Object.entries(saved).map(([field, value]): [string, Newer] => [
      field,
      { value, before: null, by: 'Bu Sari', at: '2026-01-01T00:00:00Z' },
    ]),
  ),
);

describe('merging a change made on an old version', () => {
  it('loses nothing: every wanted field is taken or shown as a conflict, never both', () => {
    fc.assert(
      fc.property(fields, newer, (wanted, changed) => {
        const { fields: taken, conflicts } = merge(wanted, changed);
        const clashing = conflicts.map(({ field }) => field);
        expect([...Object.keys(taken), ...clashing].sort()).toEqual(Object.keys(wanted).sort());
      }),
    );
  });

  it('overwrites nothing: a field that was changed meanwhile is taken only with the same value', () => {
    fc.assert(
      fc.property(fields, newer, (wanted, changed) => {
        for (const [field, mine] of Object.entries(merge(wanted, changed).fields)) {
          const other = changed[field];
          if (other) expect(sameValue(other.value, mine)).toBe(true);
        }
      }),
    );
  });

  it('shows both values, the one before, who and when', () => {
    const theirs = { ...emptyCell, low: '9.8' };
    const mine = { ...emptyCell, low: '10.2' };
    const { conflicts } = merge(
      { 'milestones.2031': mine },
      { 'milestones.2031': { value: theirs, before: emptyCell, by: 'Bu Sari', at: '2026-01-01T07:03:00Z' } },
    );
    expect(conflicts).toEqual([
      {
        field: 'milestones.2031',
        mine,
        theirs,
        before: emptyCell,
        by: 'Bu Sari',
        at: '2026-01-01T07:03:00Z',
      },
    ]);
  });
});

describe('paths of the log', () => {
  it('name the field they belong to', () => {
    fc.assert(
      fc.property(fields, all => {
        for (const flat of Object.keys(flatten(all))) expect(Object.keys(all)).toContain(fieldOfPath(flat));
      }),
    );
  });

  it('tell exactly what differs', () => {
    fc.assert(
      fc.property(fields, fields, (before, after) => {
        const complete = Object.fromEntries(
          Object.keys({ ...before, ...after }).map(key => [key, after[key] ?? null]),
        );
        const changed = difference(flatten(before), { ...flatten(complete) });
        const touched = new Set(changed.map(change => fieldOfPath(change.path)));
        for (const key of Object.keys(complete)) {
          if (sameValue(before[key], complete[key])) expect(touched.has(key)).toBe(false);
        }
      }),
    );
  });
});
