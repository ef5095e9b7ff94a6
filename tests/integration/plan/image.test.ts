import { beforeAll, describe, expect, it } from 'vitest';
import { drawnOf, patchOf } from '@/components/matrix/drawn';
import { type Actor, can, reachKey } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import type { PlanItem } from '@/lib/plan/item';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { getMatrix } from '@/lib/plan/read/matrix';
import { addComment } from '@/lib/plan/write/comment';
import { randomHistory } from '../../support/random-history';
import { begin, edit, made, makeRegion, number, save, smallTree, step } from '../../support/small-region';
import { countStatements } from '../../support/statements';
import { freshDatabase } from '../../support/world';

let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
const everybody = [
  ...['sekretariat', 'kedua', 'dewan', 'pendamping', 'bupati', 'utusan', 'mantan'],
  ...['a', 'b', 'c', 'd', 'a.operator', 'b.operator', 'c.operator', 'd.operator'],
];

beforeAll(async () => {
  await freshDatabase();
  ({ regionId, as } = await makeRegion());
});

async function draw(actor: Actor) {
  const frame = await getFrame(actor);
  const matrix = await getMatrix(actor, frame, {});
  return { frame, matrix, drawn: drawnOf(matrix, frame, {}, null) };
}

const sorted = (items: readonly PlanItem[]) => [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('the plan in memory', () => {
  it('is what the tables hold, however it came there, for each person what they may read', async () => {
    const people = await Promise.all(['sekretariat', 'dewan', 'mantan', 'a', 'c', 'd'].map(as));
    await randomHistory(as, 40, async () => {
      for (const actor of people) {
        const frame = await getFrame(actor);
        const rows = await listItemRows(actor, database(regionId), { planId: 'p1' });
        const readable = rows.filter(item => can.read(actor, item, frame));
        const image = await getImage(actor, frame);
        expect(sorted(image.items)).toEqual(sorted(readable));
        const seen = new Set(readable.map(({ id }) => id));
        const unseen = actor.grants.length > 0 ? rows.filter(({ id }) => !seen.has(id)) : [];
        expect(image.hidden.map(({ id }) => id).sort()).toEqual(unseen.map(({ id }) => id).sort());
        expect(JSON.stringify(image.hidden)).not.toContain('title');
      }
    });
  });

  it('is shared by two people exactly when both read the same', async () => {
    const people = await Promise.all(everybody.map(as));
    const frame = await getFrame(people[0] as Actor);
    const items = await listItemRows(people[0] as Actor, database(regionId), { planId: 'p1' });
    const statuses = ['draft', 'submitted', 'returned', 'approved'] as const;
    const cases = items.flatMap(item => statuses.map(status => ({ ...item, status })));
    const reads = (actor: Actor) => JSON.stringify(cases.map(item => can.read(actor, item, frame)));
    for (const one of people) {
      for (const other of people) {
        if (reachKey(one, frame) === reachKey(other, frame)) expect(reads(one)).toBe(reads(other));
      }
    }
    expect(reachKey(await as('c'), frame)).toBe(reachKey(await as('c.operator'), frame));
    expect(reachKey(await as('c'), frame)).not.toBe(reachKey(await as('d'), frame));
    expect(reachKey(await as('c'), { draftsVisible: true })).toBe('all');
  });

  it('never shows one department the draft that was drawn for another', async () => {
    const { target } = await smallTree(as);
    const secretly = { title: 'Rahasia dinas C' };
    await made(
      await as('c'),
      begin({ kind: 'indicator', department: 'c', parentId: target, fields: secretly }),
    );
    const [own, other] = [await draw(await as('c')), await draw(await as('d'))];
    expect(own.drawn.table()).toContain('Rahasia dinas C');
    expect(other.drawn.table()).not.toContain('Rahasia dinas C');
    expect(own.drawn.etag).not.toBe(other.drawn.etag);
    // What the one has is nothing the other is told as known.
    expect(patchOf(other.drawn, other.matrix, own.drawn.etag)).toHaveProperty('table');
    expect((await draw(await as('c.operator'))).drawn).toBe(own.drawn);
  });

  it('is read once and then only what was written: the same few statements whatever was asked', async () => {
    const [actor, owner] = [await as('dewan'), await as('c')];
    const { indicator } = await smallTree(as);
    await draw(actor);
    const unchanged = await countStatements(async () => void (await draw(actor)));
    await save(owner, edit(indicator, 1, { 'milestones.2025': number('56') }));
    const changed = await countStatements(async () => void (await draw(actor)));
    expect(unchanged).toHaveLength(3); // the frame
    expect(changed).toHaveLength(5); // and the events since, and the items they name
    expect(await countStatements(async () => void (await draw(owner)))).toHaveLength(3);
  });
});

describe('a patch', () => {
  it('is nothing when nothing changed, not even after a comment', async () => {
    const actor = await as('dewan');
    const { goal } = await smallTree(as);
    const { drawn } = await draw(actor);
    const said = { mutationId: 'kata-1', itemId: goal, field: null, threadId: null, text: 'Baik.' };
    expect(await addComment(await as('pendamping'), said)).toMatchObject({ ok: true });
    const next = await draw(actor);
    expect(patchOf(next.drawn, next.matrix, drawn.etag)).toBeNull();
  });

  it('is the rows that were written, and no others', async () => {
    const [actor, owner] = [await as('pendamping'), await as('c')];
    const { indicator } = await smallTree(as);
    const { drawn } = await draw(actor);
    await save(owner, edit(indicator, 1, { 'milestones.2025': number('57,5'.replace(',', '.')) }));
    const next = await draw(actor);
    const patch = patchOf(next.drawn, next.matrix, drawn.etag);
    expect(patch && 'rows' in patch && Object.keys(patch.rows)).toEqual([indicator]);
    expect(JSON.stringify(patch)).toContain('57,5');
  });

  it('is the whole table when a row came, went or moved, and when the state named is unknown', async () => {
    const [actor, owner] = [await as('pendamping'), await as('c')];
    const { target } = await smallTree(as);
    const { drawn } = await draw(actor);
    await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    const next = await draw(actor);
    for (const known of [
      drawn.etag,
      null,
      '',
      'x',
      '1.2.3',
      `0.${drawn.etag.split('.').slice(1).join('.')}`,
    ]) {
      expect(patchOf(next.drawn, next.matrix, known)).toMatchObject({ table: next.drawn.table() });
    }
  });

  it('shows a draft to everybody as soon as it was handed in, and hides it when it was taken back', async () => {
    const [actor, owner] = [await as('d'), await as('c')];
    const { indicator } = await smallTree(as);
    expect((await draw(actor)).drawn.rows.has(indicator)).toBe(false);
    await step(owner, 'submit', indicator, 1);
    expect((await draw(actor)).drawn.rows.has(indicator)).toBe(true);
    await step(owner, 'withdraw', indicator, 2);
    expect((await draw(actor)).drawn.rows.has(indicator)).toBe(false);
  });
});
