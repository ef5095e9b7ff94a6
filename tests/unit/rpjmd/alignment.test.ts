import { describe, expect, it } from 'vitest';
import type { PlanItem } from '@/lib/plan/item';
import {
  alignmentOf,
  followed,
  type ReferenceNode,
  type References,
  standingLabel,
} from '@/lib/plan/references';
import { alignmentBoard } from '@/lib/rpjmd/alignment-board';
import { successorForm } from '@/lib/rpjmd/schema';
import { heirsOf, needsDecision } from '@/lib/rpjmd/succession';

const tree = (id: string, firstYear: number, isInForce: boolean) => ({
  ...{ id, name: `RPJMD ${id}`, kind: 'REGIONAL', number: '1', date: null, subject: null },
  ...{ firstYear, lastYear: firstYear + 5, repealedById: null, isInForce },
  repealedAt: isInForce ? null : '2026-01-01',
});
const node = (
  id: string,
  treeId: string,
  title: string,
  over: Partial<ReferenceNode> = {},
): ReferenceNode => ({
  ...{ id, treeId, title, kind: 'target', parentId: null, code: null, position: 0, indicators: [] },
  ...{ successorId: null, hasNoSuccessor: false, ...over },
});
const world = (...nodes: ReferenceNode[]): References => ({
  trees: [tree('baru', 2025, true), tree('lama', 2021, false), tree('kuno', 2016, false)],
  nodes: new Map(nodes.map(one => [one.id, one])),
});
const item = (id: string, references: string[], over: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id, planId: 'p', kind: 'target', parentId: null, parentTitle: null, dimensionId: 'x' },
  ...{ departmentId: 'a', status: 'approved', version: 1, position: id, illustrative: false },
  ...{ selfApproved: false, archivedAt: null, mergedIntoId: null, successor: null, supporterIds: [] },
  ...{ leftOutReason: null, copiedFromId: null },
  fields: { title: `Sasaran ${id}`, ...(references.length > 0 ? { references } : {}) },
  ...over,
});

const fresh = node('b1', 'baru', 'Meningkatnya derajat kesehatan', { kind: 'goal' });
const leaf = node('b2', 'baru', 'Menurunnya stunting', { parentId: 'b1' });
const lonely = node('b3', 'baru', 'Menurunnya kemiskinan');
const kept = node('l1', 'lama', 'Meningkatnya kesehatan', { successorId: 'b1' });
const open = node('l2', 'lama', 'Menurunnya angka kemiskinan');
const dropped = node('l3', 'lama', 'Jalan mulus', { hasNoSuccessor: true });
const ancient = node('k1', 'kuno', 'Kesehatan', { successorId: 'l1' });
const all = world(fresh, leaf, lonely, kept, open, dropped, ancient);

describe('how a link stands today', () => {
  it('leads over successors, however many, to the tree in force', () => {
    expect(followed(all, 'k1')).toEqual({ node: fresh, isInForce: true });
    expect(followed(all, 'l2')).toEqual({ node: open, isInForce: false });
    expect(followed(all, 'tidak-ada')).toBeNull();
  });

  it('ends where successors go in a circle', () => {
    const circle = world(
      node('l1', 'lama', 'a', { successorId: 'k1' }),
      node('k1', 'kuno', 'b', { successorId: 'l1' }),
    );
    expect(followed(circle, 'l1')?.isInForce).toBe(false);
  });

  it.each([
    [['b1'], 'linked'],
    [['l1'], 'linked'],
    [['l2'], 'repealed'],
    [['l3'], 'repealed'],
    [['l2', 'b1'], 'linked'],
    [[], 'unlinked'],
    [['tidak-ada'], 'unlinked'],
  ] as const)('%j is %s', (ids, alignment) => {
    expect(alignmentOf(all, ids)).toBe(alignment);
  });

  it('is told beside the name', () => {
    expect(standingLabel(all, fresh)).toBe('Tujuan Meningkatnya derajat kesehatan');
    expect(standingLabel(all, kept)).toBe(
      'Sasaran Meningkatnya kesehatan (kini Tujuan Meningkatnya derajat kesehatan)',
    );
    expect(standingLabel(all, open)).toBe('Sasaran Menurunnya angka kemiskinan (RPJMD sudah dicabut)');
  });
});

describe('the board', () => {
  const items = [
    item('1', ['l1']),
    item('2', ['l2']),
    item('3', [], { dimensionId: 'y' }),
    item('4', ['b2'], { kind: 'indicator' }),
  ];
  const around = {
    dimensions: [
      { id: 'x', slug: 'x1' },
      { id: 'y', slug: 'y1' },
    ],
    departmentCode: (id: string) => id.toUpperCase(),
  };

  it('counts goals and targets per dimension; indicators serve through their target', () => {
    const board = alignmentBoard(items, all, around, {});
    expect(board.counts).toEqual({ linked: 1, unlinked: 1, repealed: 1 });
    expect(board.dimensions.map(({ counts }) => counts)).toEqual([
      { linked: 1, unlinked: 0, repealed: 1 },
      { linked: 0, unlinked: 1, repealed: 0 },
    ]);
  });

  it('tells which targets nothing serves; a served one lifts what stands above it', () => {
    const board = alignmentBoard([item('1', ['b2'])], all, around, {});
    expect(board.served.map(({ node: { id }, isServed }) => [id, isServed])).toEqual([
      ['b1', true],
      ['b2', true],
      ['b3', false],
    ]);
    expect(board.targets).toEqual({ all: 2, unserved: 1 });
  });

  it('shows what the filter asks for, and counts all the same', () => {
    const board = alignmentBoard(items, all, around, { alignment: 'repealed', dimension: 'x1' });
    expect(board.dimensions.flatMap(one => one.items.map(({ id }) => id))).toEqual(['2']);
    expect(board.counts.linked).toBe(1);
  });
});

describe('a new regional plan', () => {
  it('asks for every old node that items lead to, and proposes what is like it', () => {
    const items = [item('1', ['l2']), item('2', ['l2', 'l3']), item('3', ['k1'])];
    const heirs = heirsOf(all, items, 'lama');
    expect(heirs.map(heir => [heir.node.id, heir.items.map(({ id }) => id)]).sort()).toEqual([
      ['l1', ['3']],
      ['l2', ['1', '2']],
      ['l3', ['2']],
    ]);
    expect(heirs.find(({ node: { id } }) => id === 'l2')?.proposals[0]).toMatchObject({
      node: { id: 'b3' },
      likeness: 'alike',
    });
    expect(heirs.find(({ node: { id } }) => id === 'l3')?.proposals).toEqual([]);
    expect(needsDecision(all, items, 'lama').map(({ id }) => id)).toEqual(['l2']);
    expect(needsDecision(all, items, 'baru')).toEqual([]);
  });
});

it('a form that names what can be no node is read without it', () => {
  const mutationId = '0'.repeat(32);
  const read = successorForm.parse({ mutationId, treeId: 'lama', 'n-\u0000': 'baru', 'n-lama-1': 'baru-1' });
  expect(read.choices).toEqual([{ nodeId: 'lama-1', was: '', wanted: 'baru-1' }]);
});

it('a choice that was left as it stands is no change', () => {
  const form = { mutationId: '0'.repeat(32), treeId: 'lama', 'n-lama-1': 'lain', 'was-lama-1': 'tengah-1' };
  const [choice] = successorForm.parse({ ...form, 'lain-lama-1': 'tengah-1' }).choices;
  expect(choice?.wanted).toBe(choice?.was);
});
