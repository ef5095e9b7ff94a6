import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counting, counting, criteriaOf, suggestion } from '@/lib/priority/criteria';
import { readCriteria } from '@/lib/priority/criteria-form';
import { compareTotals, departs, rated, type Score, weighed } from '@/lib/priority/ranking';
import { readScoreKey, scoreKey } from '@/lib/priority/score-key';

const criterion = (key: string, share: number): Counting => ({ key, name: key, hint: '', weight: 1, share });
const two = [criterion('a', 0.75), criterion('b', 0.25)];
const score = (itemId: string, userId: string, key: string, value: number): Score => ({
  ...{ itemId, userId, criterion: key, score: value },
});

describe('the order by scores', () => {
  it('weighs the means of each criterion, with the spread of people and the number of them', () => {
    const scores = [
      ...[score('x', 'u', 'a', 4), score('x', 'u', 'b', 2), score('x', 'v', 'a', 2), score('x', 'v', 'b', 4)],
      ...[score('y', 'u', 'a', 5), score('y', 'u', 'b', 5)],
    ];
    const [first, second] = rated(['x', 'y'], scores, two);
    expect([first?.id, first?.total, first?.rank]).toEqual(['y', 5, 1]);
    expect([second?.id, second?.total, second?.rank]).toEqual(['x', 3, 2]);
    expect(second?.spread).toEqual({ mean: 3, low: 2.5, high: 3.5, count: 2 });
    expect(second?.criteria.get('a')).toEqual({ mean: 3, low: 2, high: 4, count: 2 });
  });

  it('gives equal totals the same place, in the order given, and counts them for the next', () => {
    const scores = ['x', 'y', 'z', 'w'].flatMap((id, at) => [
      score(id, 'u', 'a', [3, 4, 3, 1][at] ?? 0),
      score(id, 'u', 'b', [3, 4, 3, 1][at] ?? 0),
    ]);
    expect(rated(['x', 'y', 'z', 'w'], scores, two).map(({ id, rank }) => [id, rank])).toEqual([
      ...[
        ['y', 1],
        ['x', 2],
        ['z', 2],
        ['w', 4],
      ],
    ]);
  });

  it('ranks nothing that a criterion has no score for, and takes nothing from the others for a missing one', () => {
    const scores = [
      score('x', 'u', 'a', 5),
      ...[score('y', 'u', 'a', 1), score('y', 'u', 'b', 1), score('y', 'v', 'b', 3)],
    ];
    const [first, second] = rated(['x', 'y'], scores, two);
    expect(first).toMatchObject({ id: 'y', total: 1.25, rank: 1, spread: { count: 1, low: 1, high: 1 } });
    expect(second).toMatchObject({ id: 'x', total: null, rank: null, spread: null });
    expect(rated(['x'], [], two)).toMatchObject([{ total: null, rank: null }]);
  });

  it('never reckons with a criterion that does not count', () => {
    const scores = [score('x', 'u', 'a', 2), score('x', 'u', 'c', 5)];
    expect(rated(['x'], scores, [criterion('a', 1)])[0]).toMatchObject({ total: 2 });
  });

  const value = fc.integer({ min: 1, max: 5 });
  const given = fc.array(
    fc.record({
      itemId: fc.constantFrom('x', 'y', 'z'),
      userId: fc.constantFrom('u', 'v', 'w'),
      criterion: fc.constantFrom('a', 'b'),
      score: value,
    }),
    { maxLength: 30 },
  );
  const distinct = (scores: Score[]) => [
    ...new Map(scores.map(one => [`${one.itemId} ${one.userId} ${one.criterion}`, one])).values(),
  ];

  it('lies between the lowest and the highest, whoever comes first in the list', () => {
    fc.assert(
      fc.property(given, raw => {
        const scores = distinct(raw);
        const order = rated(['x', 'y', 'z'], scores, two);
        const turned = rated(['x', 'y', 'z'], [...scores].reverse(), two);
        expect(turned.map(({ id, rank }) => [id, rank])).toEqual(order.map(({ id, rank }) => [id, rank]));
        for (const { total, rank } of order) {
          expect(total === null).toBe(rank === null);
          if (total !== null) expect(total >= 1 - 1e-9 && total <= 5 + 1e-9).toBe(true);
        }
        const totals = order.map(({ total }) => total);
        for (const [at, total] of totals.entries())
          if (at > 0) expect(compareTotals(totals[at - 1] ?? null, total)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not fall when somebody gives more', () => {
    fc.assert(
      fc.property(given, fc.nat({ max: 29 }), (raw, at) => {
        const scores = distinct(raw);
        const raised = scores[at % (scores.length || 1)];
        if (!raised || raised.score === 5) return;
        const totalOf = (list: Score[]) =>
          rated(['x', 'y', 'z'], list, two).find(({ id }) => id === raised.itemId)?.total ?? null;
        const more = scores.map(one => (one === raised ? { ...one, score: one.score + 1 } : one));
        const [before, after] = [totalOf(scores), totalOf(more)];
        expect(before === null ? after === null : (after ?? 0) > before).toBe(true);
      }),
    );
  });
});

describe('an order that differs from the scores', () => {
  const totals = new Map([
    ...(Object.entries({ x: 4, y: 3, z: 3 }) as [string, number | null][]),
    ['w', null],
  ]);

  it.each([
    [['x', 'y', 'z', 'w'], false],
    [['x', 'z', 'y', 'w'], false],
    [['y', 'x', 'z', 'w'], true],
    [['x', 'y', 'w', 'z'], true],
    [['x'], false],
  ])('%j: %s', (order, is) => expect(departs(order, totals)).toBe(is));

  it('never is the order of the scores itself', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.double({ min: 1, max: 5, noNaN: true })), { maxLength: 8 }), list => {
        const known = new Map(list.map((total, at) => [String(at), total]));
        const order = [...known.keys()].sort((a, b) =>
          compareTotals(known.get(a) ?? null, known.get(b) ?? null),
        );
        expect(departs(order, known)).toBe(false);
      }),
    );
  });
});

describe('criteria', () => {
  it('are suggested until somebody sets them, and all parts are the whole', () => {
    const criteria = criteriaOf(null);
    expect(criteria).toMatchObject({ isSuggested: true, version: 0, all: suggestion });
    const sum = counting(criteria).reduce((total, { share }) => total + share, 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  it('need not add up to anything, and one of weight 0 does not count', () => {
    const stored = { keys: ['impact', 'own1'], names: ['Dampak', 'Inovasi'], weights: [3, 0], version: 4 };
    const criteria = criteriaOf(stored);
    expect(criteria).toMatchObject({ isSuggested: false, version: 4 });
    expect(counting(criteria).map(({ key, share }) => [key, share])).toEqual([['impact', 1]]);
    expect(weighed(counting(criteria), new Map([['impact', 2]]))).toBe(2);
  });

  const weights = Object.fromEntries(suggestion.map(({ key }) => [`bobot-${key}`, '10']));
  it('are read from their form, with those of the region itself', () => {
    const read = readCriteria({ ...weights, 'nama-own1': ' Inovasi ', 'bobot-own1': '5' });
    if ('problem' in read) throw new Error(read.problem.message);
    expect(read.all).toHaveLength(suggestion.length + 1);
    expect(read.all.at(-1)).toMatchObject({ key: 'own1', name: 'Inovasi', weight: 5 });
  });

  it.each([
    [{ ...weights, 'bobot-cost': '-1' }, 'bobot-cost'],
    [{ ...weights, 'bobot-cost': '101' }, 'bobot-cost'],
    [{ ...weights, 'bobot-cost': '1,5' }, 'bobot-cost'],
    [{ ...weights, 'bobot-cost': '' }, 'bobot-cost'],
    [{ ...weights, 'bobot-own1': '5' }, 'nama-own1'],
    [{ ...weights, 'nama-own1': 'Inovasi' }, 'bobot-own1'],
    [{ ...weights, 'nama-own2': 'x'.repeat(61), 'bobot-own2': '1' }, 'nama-own2'],
    [Object.fromEntries(Object.keys(weights).map(key => [key, '0'])), 'bobot-impact'],
    [{}, 'bobot-impact'],
  ])('refuse %j at %s', (fields, field) =>
    expect(readCriteria(fields as Record<string, string>)).toMatchObject({ problem: { field } }),
  );
});

it('the key in the outbox names dimension and target, and no item is taken for one', () => {
  const itemId = '0b8e.7-x:y';
  expect(readScoreKey(scoreKey('sl', itemId))).toEqual({ slug: 'sl', itemId });
  expect(readScoreKey('0b8e7')).toBeNull();
});
