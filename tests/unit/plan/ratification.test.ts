import { describe, expect, it } from 'vitest';
import type { Endorsement } from '@/lib/council/read/endorsements';
import { actWords, amendedName, amendmentName, standingOf } from '@/lib/plan/act';
import { emptyCell } from '@/lib/plan/kinds/kind';
import { carriedItem, carriedKey, inOrderOfNeed } from '@/lib/ratification/carry';
import { type Checked, checklistOf, type Given, isReady } from '@/lib/ratification/checklist';

type Item = Checked['items'][number];

const item = (id: string, kind: Item['kind'], parentId: string | null, more: Partial<Item> = {}): Item => ({
  ...{ id, kind, parentId, dimensionId: 'x', departmentId: 'a', status: 'approved', selfApproved: false },
  ...{ archivedAt: null, leftOutReason: null, fields: {}, ...more },
});
const endorsed: Endorsement = {
  ...{
    id: 'd',
    state: 'endorsed',
    number: '1',
    at: new Date(0),
    by: '',
    office: '',
    note: '',
    planRevision: 1,
  },
  ...{ changed: 0 },
};
const given: Given = { endorsements: new Map([['x', endorsed]]), withoutSuccessor: [] };
const branch = [
  item('g', 'goal', null),
  item('t', 'target', 'g', { fields: { subdimensionId: 's' } }),
  item('i', 'indicator', 't'),
];
const plan = { baselineYear: 2024, years: [2025, 2026], ipmExplanation: null };
const ready: Checked = {
  ...{ items: branch, dimensions: [{ id: 'x' }], plan },
  subdimensions: [{ id: 's', explanation: null }],
};
const openOf = (checked: Partial<Checked>, asked: Given = given) =>
  Object.fromEntries(
    checklistOf({ ...ready, ...checked }, asked)
      .filter(({ isMet }) => !isMet)
      .map(({ key, open }) => [key, open]),
  );
const changed = (id: string, more: Partial<Item>) =>
  branch.map(one => (one.id === id ? { ...one, ...more } : one));

describe('the checklist', () => {
  it('is met by a plan in which nothing is open', () => {
    expect(openOf({})).toEqual({});
    expect(isReady(checklistOf(ready, given))).toBe(true);
  });

  it('is not met by a plan without any item', () => {
    expect(openOf({ items: [] })).toMatchObject({ items: [] });
    const none = branch.map(one => ({ ...one, leftOutReason: 'Ditunda.' }));
    expect(openOf({ items: none, subdimensions: [] })).toEqual({ items: [] });
  });

  it('asks for every item, whatever its status is but approved', () => {
    for (const status of ['draft', 'submitted', 'returned'] as const)
      expect(openOf({ items: changed('i', { status }) })).toEqual({ items: ['i'] });
  });

  it('asks for no item that was put away or left out', () => {
    const draft = { status: 'draft' as const };
    expect(openOf({ items: changed('i', { ...draft, archivedAt: '2026-01-01' }) })).toEqual({});
    expect(openOf({ items: changed('i', { ...draft, leftOutReason: 'Ditunda.' }) })).toEqual({});
  });

  it('asks for a parent that is kept and approved', () => {
    expect(openOf({ items: changed('t', { leftOutReason: 'x' }), subdimensions: [] })).toEqual({
      parents: ['i'],
    });
    expect(openOf({ items: changed('t', { archivedAt: 'x' }), subdimensions: [] })).toEqual({
      parents: ['i'],
    });
    expect(openOf({ items: changed('g', { status: 'returned' }) })).toEqual({ items: ['g'], parents: ['t'] });
  });

  it('asks the council for every dimension', () => {
    expect(openOf({}, { ...given, endorsements: new Map() })).toEqual({ dimensions: ['x'] });
    const stale = new Map([['x', { ...endorsed, changed: 1 }]]);
    expect(openOf({}, { ...given, endorsements: stale })).toEqual({ dimensions: ['x'] });
    const revision = new Map([['x', { ...endorsed, state: 'revision' as const }]]);
    expect(openOf({}, { ...given, endorsements: revision })).toEqual({ dimensions: ['x'] });
  });

  it('takes a subdimension as covered by a target or an indicator that is kept, or as explained', () => {
    const bare = changed('t', { fields: {} });
    expect(openOf({ items: bare })).toEqual({ subdimensions: ['s'] });
    expect(openOf({ items: bare, subdimensions: [{ id: 's', explanation: 'Bukan kewenangan.' }] })).toEqual(
      {},
    );
    const goal = bare.map(one => (one.id === 'g' ? { ...one, fields: { subdimensionId: 's' } } : one));
    expect(openOf({ items: goal })).toEqual({ subdimensions: ['s'] });
  });

  it('asks about an IPM that its components do not give, until that is explained', () => {
    const figure = (id: string, ipm: string, low: string, unit: string) =>
      item(id, 'indicator', null, {
        dimensionId: null,
        fields: { title: id, ipm, unit, baselineYear: 2024, baseline: { ...emptyCell, low } },
      });
    const story = [
      ...branch,
      figure('ipm', 'index', '90', 'indeks'),
      ...[figure('uhh', 'uhh', '74', 'tahun'), figure('hls', 'hls', '12', 'tahun')],
      ...[figure('rls', 'rls', '7.5', 'tahun'), figure('ppk', 'spending', '11000', 'Rp ribu')],
    ];
    expect(openOf({ items: story }).ipm).toHaveLength(1);
    expect(openOf({ items: story, plan: { ...plan, ipmExplanation: 'Target RPJMD.' } })).toEqual({});
  });

  it('asks for items without a department, as far as they are kept', () => {
    const withoutSuccessor = [{ id: 'i' }, { id: 'gone' }];
    expect(openOf({}, { ...given, withoutSuccessor })).toEqual({ successors: ['i'] });
  });

  it('counts what is done', () => {
    const [items] = checklistOf({ ...ready, items: changed('i', { status: 'draft' }) }, given);
    expect(items).toMatchObject({ of: 3, done: 2 });
  });
});

describe('an act', () => {
  it('is cited with the title of the head of the region', () => {
    const act = { kind: 'PERATURAN_BUPATI', number: '12 Tahun 2026', date: '2026-12-03' };
    expect(actWords(act, 'Bupati')).toBe('Peraturan Bupati Nomor 12 Tahun 2026 tanggal 3 Desember 2026');
    expect(standingOf({ ...act, date: null }, 'Wali Kota')).toBe(
      'Ditetapkan dengan Peraturan Wali Kota Nomor 12 Tahun 2026',
    );
    expect(standingOf(null, 'Bupati')).toBeNull();
  });

  it('names amendments by their number, whatever was amended before', () => {
    expect([1, 2, 3].map(amendmentName)).toEqual([null, 'Perubahan ke-1', 'Perubahan ke-2']);
    expect(amendedName('Rencana', 2)).toBe('Rencana (Perubahan ke-1)');
    expect(amendedName('Rencana (Perubahan ke-1)', 3)).toBe('Rencana (Perubahan ke-2)');
  });
});

describe('what an amendment begins with', () => {
  const whole = (id: string, fields = {}, parentId: string | null = null) => ({
    ...{ ...item(id, 'indicator', parentId), planId: 'p1', parentTitle: null, version: 7, position: 'a0' },
    ...{
      illustrative: false,
      mergedIntoId: null,
      copiedFromId: null,
      successor: null,
      supporterIds: ['b'],
      fields,
    },
  });

  it('has keys that can be read', () => {
    expect(carriedKey('p1-x1', 'p1', 'p2')).toBe('p2-x1');
    expect(carriedKey('kunci-lain', 'p1', 'p2')).toBe('p2-kunci-lain');
  });

  it('keeps words, values and status, and points only at what is in the new plan', () => {
    const keys = new Map(Object.entries({ i: 'j', x: 'p2-x', s: 'p2-s', t: 'u' }));
    const carry = { planId: 'p2', keyOf: (id: string) => keys.get(id) };
    const fields = { title: 'Nama', subdimensionId: 's', replacesId: 'put away', breakYear: 2026 };
    expect(carriedItem(whole('i', fields, 't'), carry)).toMatchObject({
      ...{ id: 'j', planId: 'p2', parentId: 'u', dimensionId: 'p2-x', version: 1, status: 'approved' },
      ...{ copiedFromId: 'i', supporterIds: ['b'] },
      fields: { title: 'Nama', subdimensionId: 'p2-s', replacesId: null, breakYear: null },
    });
  });

  it('begins nothing before what it needs', () => {
    const items = [
      whole('c', { replacesId: 'b' }),
      whole('b', { replacesId: 'a' }, 't'),
      whole('t'),
      whole('a'),
    ];
    const order = inOrderOfNeed(items).map(({ id }) => id);
    expect(order.indexOf('a')).toBeLessThan(order.indexOf('b'));
    expect(order.indexOf('t')).toBeLessThan(order.indexOf('b'));
    expect(order.indexOf('b')).toBeLessThan(order.indexOf('c'));
    const circle = [whole('a', { replacesId: 'b' }), whole('b', { replacesId: 'a' })];
    expect(inOrderOfNeed(circle)).toHaveLength(2);
  });
});
