import { describe, expect, it } from 'vitest';
import { type SummaryItem, summaryOf } from '@/lib/plan/dimension-summary';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { walk } from '@/lib/plan/tree';
import { leavesOf, type PictureItem, pictureOf } from '@/lib/plan/tree-picture';

const plan = { baselineYear: 2024, years: [2025, 2026] };
const cell = (low: string) => ({ ...emptyCell, low });

function item(id: string, parentId: string | null, fields: Fields = {}, more: Partial<PictureItem> = {}) {
  const kind = id.startsWith('g') ? 'goal' : id.startsWith('t') ? 'target' : 'indicator';
  return {
    ...{ id, kind, parentId, dimensionId: 'x', departmentId: 'c', status: 'draft', selfApproved: false },
    fields: { title: id, ...fields },
    ...more,
  } as PictureItem & SummaryItem;
}

const tree = [
  item('g', null, {}, { status: 'approved' }),
  item('t1', 'g', { subdimensionId: 's1' }, { status: 'approved' }),
  item('t2', 'g', {}, { status: 'submitted' }),
  item('i1', 't1', { baseline: cell('1'), 'milestones.2025': cell('2') }, { status: 'approved' }),
  item('i2', 't1', {}, { status: 'returned' }),
];
const unseen = [{ parentId: 't1', dimensionId: 'x', status: 'draft' as const, count: 2 }];
const subdimensions = [
  { id: 's1', code: 'X11', name: 'Satu' },
  { id: 's2', code: 'X12', name: 'Dua' },
];

describe('the summary of a dimension', () => {
  const summary = summaryOf({ items: tree, unseen, subdimensions, plan });

  it('counts indicators by status, with the drafts of others', () => {
    expect(summary.counts).toEqual({ approved: 1, submitted: 0, returned: 1, draft: 2 });
    expect(summary.targets).toEqual({ all: 2, approved: 1 });
  });

  it('says what each subdimension holds, and which holds nothing', () => {
    expect(summary.covers).toEqual([
      { code: 'X11', name: 'Satu', targets: 1, indicators: 4 },
      { code: 'X12', name: 'Dua', targets: 0, indicators: 0 },
    ]);
    expect(summary.unplaced).toBe(1);
  });

  it('names what is open', () => {
    expect(summary.returned.map(({ id }) => id)).toEqual(['i2']);
    expect(summary.waiting.map(({ id }) => id)).toEqual(['t2']);
  });

  it('puts the main indicators forward, else the first ones', () => {
    expect(summary.headlines.map(({ id }) => id)).toEqual(['i1', 'i2']);
    const main = summaryOf({
      ...{ unseen: [], subdimensions, plan },
      items: [...tree, item('i3', 't2', { iku: 'region' })],
    });
    expect(main.headlines.map(({ id }) => id)).toEqual(['i3']);
    expect(main.others).toBe(2);
    const many = Array.from({ length: 40 }, (_, index) => item(`i${index}`, 't1'));
    expect(summaryOf({ items: many, unseen: [], subdimensions, plan })).toMatchObject({ others: 30 });
  });

  it('draws an indicator up to its last target', () => {
    expect(summary.headlines[0]).toMatchObject({
      start: { year: 2024 },
      aim: { year: 2025 },
      points: [
        { year: 2024, value: 1 },
        { year: 2025, value: 2 },
      ],
    });
  });
});

describe('the tree picture', () => {
  const around = { unseen, plan };

  it('grows one limb for each dimension, an empty one too, and the region’s own only if there is any', () => {
    const { limbs, isCut } = pictureOf({ items: tree, ...around, dimensionIds: [null, 'x', 'y'] });
    expect(limbs.map(({ dimensionId, targets, indicators }) => [dimensionId, targets, indicators])).toEqual([
      ['x', 2, 4],
      ['y', 0, 0],
    ]);
    expect(isCut).toBe(false);
    const drawn = limbs.flatMap(limb => walk(limb.tree)).map(({ node, depth }) => `${depth}${node.item.id}`);
    expect(drawn).toEqual(['0g', '1t1', '2i1', '2i2', '1t2']);
    expect(walk(limbs[0]?.tree ?? []).find(({ node }) => node.item.id === 't1')?.node.item.undrawn).toBe(2);
    const own = item('i9', null, {}, { dimensionId: null });
    expect(pictureOf({ items: [own], ...around, dimensionIds: [null, 'x'] }).limbs).toHaveLength(2);
  });

  it('leaves the indicators of a very large plan to the picture of one dimension', () => {
    const large = [...tree, ...Array.from({ length: 5000 }, (_, index) => item(`n${index}`, 't2'))];
    const all = pictureOf({ items: large, ...around, dimensionIds: ['x', 'y'] });
    expect(all.isCut).toBe(true);
    expect(leavesOf(all)).toBe(0);
    expect(all.limbs[0]?.indicators).toBe(5004);
    expect(walk(all.limbs[0]?.tree ?? []).map(({ node }) => node.item.undrawn)).toEqual([0, 4, 5000]);
    expect(leavesOf(pictureOf({ items: large, ...around, dimensionIds: ['x'] }))).toBe(5002);
  });
});
