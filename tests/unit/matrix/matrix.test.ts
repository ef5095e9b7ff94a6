import { describe, expect, it } from 'vitest';
import { emptyCell, type Fields, type ItemKind } from '@/lib/plan/kinds/kind';
import { matrixOf } from '@/lib/plan/matrix';
import { filterOf, type MatrixFilter, queryOf, viewOf } from '@/lib/plan/matrix-filter';
import type { Status } from '@/lib/plan/workflow';

const frame = {
  plan: { years: [2025, 2026] },
  dimensions: [
    { id: 'x', slug: 'x1' },
    { id: 'y', slug: 'y1' },
  ],
  subdimensions: [
    { id: 'x-1', dimensionId: 'x', code: 'X11', name: 'Sub X' },
    { id: 'y-1', dimensionId: 'y', code: 'Y11', name: 'Sub Y' },
  ],
  departments: [
    { id: 'a', code: 'A' },
    { id: 'b', code: 'B' },
  ],
  departmentCode: (id: string) => id.toUpperCase(),
};

function item(id: string, kind: ItemKind, parentId: string | null, fields: Fields, over: object = {}) {
  const trunk = { id, kind, parentId, dimensionId: 'x', departmentId: 'a', status: 'draft' as Status };
  return {
    ...trunk,
    selfApproved: false,
    illustrative: false,
    version: 1,
    fields: { title: id, ...fields },
    ...over,
  };
}

const items = [
  item('ipm', 'indicator', null, {}, { dimensionId: null }),
  item('g1', 'goal', null, { priority: 'primary', horizon: '5' }),
  item('t1', 'target', 'g1', { subdimensionId: 'x-1', horizon: '1' }),
  item('i1', 'indicator', 't1', { unit: '%', code: 'K-1' }, { status: 'approved' }),
  item('i2', 'indicator', 't1', { title: 'Angka Kemiskinan' }, { departmentId: 'b' }),
  item('g2', 'goal', null, {}, { dimensionId: 'y' }),
];
const hidden = [
  {
    id: 'h',
    kind: 'indicator' as const,
    parentId: 't1',
    dimensionId: 'x',
    departmentId: 'b',
    status: 'draft' as Status,
  },
];
const matrix = (filter: MatrixFilter) => matrixOf(items, hidden, frame, filter);
const shown = (filter: MatrixFilter) => matrix(filter).rows.map(({ id }) => id);

describe('the matrix', () => {
  it('shows everything in the order of the tree, the region’s own apart', () => {
    expect(shown({})).toEqual(['g1', 't1', 'i1', 'i2', 'g2']);
    expect(matrix({}).own.map(({ id }) => id)).toEqual(['ipm']);
  });

  it.each<[MatrixFilter, string[]]>([
    [{ dimension: 'y1' }, ['g2']],
    [{ department: 'B' }, ['g1', 't1', 'i2']],
    [{ status: 'approved' }, ['g1', 't1', 'i1']],
    [{ subdimension: 'X11' }, ['g1', 't1', 'i1', 'i2']],
    [{ priority: 'primary' }, ['g1', 't1', 'i1', 'i2']],
    [{ horizon: '5' }, ['g1']],
    [{ horizon: '1' }, ['g1', 't1', 'i1', 'i2']],
    [{ search: 'KEMISKINAN angka' }, ['g1', 't1', 'i2']],
    [{ search: 'k-1 %' }, ['g1', 't1', 'i1']],
    [{ search: 'tidak ada' }, []],
    [{ dimension: 'zz' }, []],
    [{ department: 'ZZ' }, []],
    [{ subdimension: 'ZZ' }, []],
    [{ department: 'A', status: 'draft' }, ['g1', 't1', 'g2']],
  ])('filters %j, with what the found hangs under', (filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });

  it('counts what others draft without showing it, and not at all while searching', () => {
    expect(matrix({})).toMatchObject({
      hidden: 1,
      counts: { draft: 5, approved: 1, submitted: 0, returned: 0 },
    });
    expect(matrix({ status: 'approved' })).toMatchObject({ hidden: 0, counts: { draft: 5, approved: 1 } });
    expect(matrix({ department: 'A' })).toMatchObject({ hidden: 0, counts: { draft: 3, approved: 1 } });
    expect(matrix({ search: 'h' })).toMatchObject({ hidden: 0 });
  });

  it('tells which subdimensions have targets and which are empty', () => {
    expect(matrix({ dimension: 'y1' }).coverage).toMatchObject([
      { code: 'X11', targets: 1, indicators: 3 },
      { code: 'Y11', targets: 0, indicators: 0 },
    ]);
  });

  it('has one cell a year, empty where nothing was written', () => {
    expect(matrix({}).rows.find(({ id }) => id === 'i1')?.cells).toEqual([emptyCell, emptyCell]);
  });
});

describe('a filter in the address', () => {
  it('comes back as it went', () => {
    const filter: MatrixFilter = {
      ...{ dimension: 'x1', subdimension: 'X11', department: '33.03.01', status: 'returned' as const },
      ...{ priority: 'supporting', horizon: '10', search: 'a & b = “c”' },
    };
    const view = { year: '2026', isDense: true, since: 'abc' };
    const query = Object.fromEntries(new URLSearchParams(queryOf(filter, view)));
    expect(filterOf(query)).toEqual(filter);
    expect(viewOf(query)).toEqual(view);
    expect(queryOf({})).toBe('');
  });

  it('drops what it does not know and takes the first of several', () => {
    expect(queryOf(filterOf({ status: 'entah', jangka: '7', cari: '   ', prioritas: ['utama', 'x'] }))).toBe(
      '?prioritas=utama',
    );
  });
});
