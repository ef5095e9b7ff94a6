import { describe, expect, it } from 'vitest';
import {
  type Counts,
  isOverdue,
  itemsPath,
  noCounts,
  progressFilterOf,
  sayCounts,
  standingOf,
  type Tally,
} from '@/lib/plan/progress';
import { boardOf, type Surroundings } from '@/lib/plan/progress-board';

const open = { isOver: false, isLocked: false };
const counts = (some: Partial<Counts>): Counts => ({ ...noCounts, ...some });

describe('the next step of a department', () => {
  const nexts: [Partial<Counts>, string][] = [
    [{}, 'Isi tujuan atau indikator pertama'],
    [{ draft: 3, submitted: 1 }, 'Lengkapi 3 draf, lalu ajukan'],
    [{ returned: 2, approved: 4 }, 'Jawab 2 isian yang dikembalikan'],
    [{ returned: 2, draft: 1 }, 'Jawab 2 isian yang dikembalikan, lalu lengkapi 1 draf'],
    [{ submitted: 1, approved: 4 }, 'Menunggu peninjau'],
    [{ approved: 4 }, 'Selesai'],
  ];
  for (const [some, next] of nexts) {
    it(`with ${sayCounts(counts(some)) || 'nothing'} is “${next}”`, () => {
      expect(standingOf(counts(some), open).next).toBe(next);
    });
  }

  it('waits for the key while the plan is locked, unless the department is done', () => {
    const locked = { isOver: false, isLocked: true };
    expect(standingOf(counts({ draft: 1 }), locked).next).toBe('Menunggu kunci dibuka sekretariat');
    expect(standingOf(counts({ approved: 1 }), locked).next).toBe('Selesai');
  });
});

describe('being late', () => {
  const deadline = '2026-11-27T16:00:00+07:00';
  const drafting = { phase: 'drafting' as const };

  it('begins after the hour of the deadline, wherever the server stands', () => {
    expect(isOverdue(drafting, deadline, new Date('2026-11-27T09:00:00Z'))).toBe(false);
    expect(isOverdue(drafting, deadline, new Date('2026-11-27T09:00:01Z'))).toBe(true);
  });

  it('is nobody without a deadline, nor once the plan is ratified', () => {
    const after = new Date('2027-01-01T00:00:00Z');
    expect(isOverdue(drafting, null, after)).toBe(false);
    expect(isOverdue({ phase: 'ratified' }, deadline, after)).toBe(false);
  });

  it('is who still holds something or has nothing, and only after the deadline', () => {
    const over = { isOver: true, isLocked: false };
    const late = [{}, { draft: 1, approved: 5 }, { returned: 1 }];
    for (const some of late) {
      expect(standingOf(counts(some), over)).toMatchObject({ isOpen: true, isLate: true });
      expect(standingOf(counts(some), open)).toMatchObject({ isOpen: true, isLate: false });
    }
    for (const some of [{ submitted: 1 }, { approved: 1 }])
      expect(standingOf(counts(some), over)).toMatchObject({ isOpen: false, isLate: false });
  });
});

describe('the board', () => {
  const department = (id: string, kind = 'DEPARTMENT') => ({
    ...{ id, kind, code: id.toUpperCase(), name: `Dinas ${id}`, label: id.toUpperCase() },
  });
  const around: Surroundings = {
    ...{ isOver: true, isLocked: false, own: [] },
    dimensions: [
      { id: 'x', slug: 'x1' },
      { id: 'y', slug: 'y1' },
    ],
    departments: [department('k1', 'DISTRICT'), department('a'), department('k2', 'DISTRICT')].concat(
      ['b', 'c', 'd'].map(id => department(id)),
    ),
  };
  const tallies: Tally[] = [
    { departmentId: 'c', dimensionId: 'x', status: 'draft', count: 2 },
    { departmentId: 'c', dimensionId: 'y', status: 'approved', count: 3 },
    { departmentId: 'b', dimensionId: 'x', status: 'submitted', count: 1 },
    { departmentId: 'k2', dimensionId: 'y', status: 'returned', count: 1 },
    { departmentId: 'd', dimensionId: null, status: 'draft', count: 1 },
  ];
  const all = { isOpenOnly: false };
  const order = (own: string[], filter: Parameters<typeof boardOf>[2] = all) =>
    boardOf(tallies, { ...around, own }, filter).groups.map(({ rows }) => rows.map(({ id }) => id));

  it("keeps the region's order, districts apart, and the reader's own first", () => {
    expect(order([])).toEqual([
      ['a', 'b', 'c', 'd'],
      ['k1', 'k2'],
    ]);
    expect(order(['c'])).toEqual([
      ['c', 'a', 'b', 'd'],
      ['k1', 'k2'],
    ]);
    expect(order(['k2'])).toEqual([
      ['k2', 'k1'],
      ['a', 'b', 'c', 'd'],
    ]);
  });

  it('adds up', () => {
    const { groups, totals } = boardOf(tallies, around, all);
    const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'c');
    expect(row?.cells).toEqual([counts({ draft: 2 }), counts({ approved: 3 })]);
    expect(row).toMatchObject({ total: 5, handedIn: 3 });
    expect(groups[0]?.sum).toEqual([counts({ draft: 2, submitted: 1 }), counts({ approved: 3 })]);
    expect(totals).toEqual({
      ...{ departments: 6, settled: 1, unstarted: 2, late: 4, items: 7, handedIn: 4, approved: 3 },
      counts: counts({ draft: 2, submitted: 1, returned: 1, approved: 3 }),
    });
  });

  it("keeps the region's own apart; who holds only that has begun", () => {
    const { groups, regionOwn } = boardOf(tallies, around, all);
    expect(regionOwn).toMatchObject([{ id: 'd', total: 1, isLate: true }]);
    const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'd');
    expect(row).toMatchObject({ total: 0, isOpen: false, isLate: false });
  });

  it('narrows to a dimension: who has something there, and how it stands there', () => {
    const board = boardOf(tallies, around, { dimension: 'y1', isOpenOnly: false });
    expect(board).toMatchObject({ dimensionId: 'y', outside: 4, regionOwn: [] });
    expect(board.totals).toMatchObject({ departments: 2, settled: 1, late: 1, items: 4 });
    expect(order([], { dimension: 'y1', isOpenOnly: false })).toEqual([['c'], ['k2']]);
    expect(order([], { dimension: 'tidak-ada', isOpenOnly: false }).flat()).toHaveLength(6);
  });

  it('narrows to who has not handed in, with the totals of all', () => {
    const filter = { isOpenOnly: true };
    expect(order([], filter)).toEqual([
      ['a', 'c'],
      ['k1', 'k2'],
    ]);
    expect(boardOf(tallies, around, filter).totals.departments).toBe(6);
  });
});

describe('addresses', () => {
  it('are read with what they know and made for the items of a department', () => {
    expect(progressFilterOf({ dimensi: '', belum: 'ya' })).toEqual({
      dimension: undefined,
      isOpenOnly: true,
    });
    expect(progressFilterOf({ dimensi: ['x1', 'y1'], belum: '1' })).toEqual({
      dimension: undefined,
      isOpenOnly: false,
    });
    expect(progressFilterOf({ dimensi: 'x1' }).dimension).toBe('x1');
    expect(itemsPath('33.03.01')).toBe('/rencana?opd=33.03.01');
    expect(itemsPath('A', 'x1')).toBe('/rencana?opd=A&dimensi=x1');
  });
});
