import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/database/client';
import { kinds } from '@/lib/plan/kinds/all';
import { emptyCell, type Field, type Fields, type FieldValue, type ItemKind } from '@/lib/plan/kinds/kind';
import { sameValue } from '@/lib/plan/paths';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { expectLogMatchesTables } from '../../support/fold';
import {
  begin,
  edit,
  made,
  makeRegion,
  number,
  save,
  smallTree,
  sound,
  step,
} from '../../support/small-region';
import { asOwner, freshDatabase } from '../../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
});
afterEach(() => expectLogMatchesTables(url));

const count = (sql: string) => asOwner(url, async client => Number((await client.query(sql)).rows[0].count));

describe('one change', () => {
  it('begins an item with all its fields, and changes a few later', async () => {
    const { indicator } = await smallTree(as);
    const actor = await as('c.operator');
    const outcome = await save(
      actor,
      edit(indicator, 1, { unit: 'orang', 'milestones.2025': number('57.25'), supporters: ['b', 'a'] }),
    );
    expect(outcome).toMatchObject({ ok: true, version: 2 });
  });

  it('keeps every field of every kind, and empties every one of them again', async () => {
    const actor = await as('c');
    const plan = { baselineYear: 2024, years: [2025, 2026] };
    const older = await made(actor, begin({ kind: 'indicator', department: 'c', dimension: null }));
    const samples: Record<Field['input'], FieldValue> = {
      indicator: older,
      ...{
        text: 'Teks',
        paragraph: 'Alinea',
        choice: null,
        integer: 3,
        departments: ['a', 'b'],
        subdimension: 'p1-x11',
        references: [],
      },
      cell: { ...emptyCell, low: '-1.5', high: '2', illustrative: true },
    };
    for (const [kind, id] of Object.entries(await smallTree(as))) {
      const fields = kinds[kind as ItemKind].fields(plan);
      const filled = Object.fromEntries([
        ...fields.map(field => [field.path, field.options?.[0]?.value ?? field.min ?? samples[field.input]]),
        ['reasons.jump.2026', 'Karena.'],
      ]);
      const other = Object.fromEntries(
        fields.map(field => [
          field.path,
          field.input === 'cell' ? { ...emptyCell, skipReason: 'Belum.' } : null,
        ]),
      );
      const graded = Object.fromEntries(
        fields.map(field => [field.path, field.input === 'cell' ? { ...emptyCell, text: 'BB' } : null]),
      );
      let version = 1;
      for (const values of [filled, other, graded] as Fields[]) {
        const outcome = await save(actor, edit(id, version, values));
        expect(outcome).toMatchObject({ ok: true });
        if (outcome.ok) version = outcome.version;
        await expectLogMatchesTables(url);
        const [item] = await listItemRows(actor, database(actor.regionId), { id });
        for (const [path, value] of Object.entries(values))
          expect([path, sameValue(item?.fields[path], value)]).toEqual([path, true]);
      }
    }
  });

  it('takes the same mutation twice as one, with the same answer', async () => {
    const actor = await as('c.operator');
    const change = begin({ kind: 'goal', department: 'c' });
    const first = await save(actor, change);
    const events = await count('SELECT count(*) FROM "Event"');
    expect(await save(actor, change)).toEqual(first);
    const again = edit(change.itemId, 1, { title: 'Lain' });
    const second = await save(actor, again);
    expect(await save(actor, again)).toEqual(second);
    expect(await count('SELECT count(*) FROM "Event"')).toBe(events + 1);
  });

  it('records nothing when nothing changes', async () => {
    const { goal } = await smallTree(as);
    const events = await count('SELECT count(*) FROM "Event"');
    expect(await save(await as('c'), edit(goal, 1, { title: 'goal c' }))).toMatchObject({
      ok: true,
      version: 1,
    });
    expect(await count('SELECT count(*) FROM "Event"')).toBe(events);
  });

  it('keeps null apart from zero, and a reason apart from both', async () => {
    const { indicator } = await smallTree(as);
    const actor = await as('c');
    await save(actor, edit(indicator, 1, { 'milestones.2025': number('0'), 'milestones.2026': emptyCell }));
    const rows = await asOwner(
      url,
      async client =>
        (
          await client.query('SELECT year, low FROM "Milestone" WHERE "indicatorId" = $1 ORDER BY year', [
            indicator,
          ])
        ).rows,
    );
    expect(rows).toEqual([
      { year: 2025, low: '0.00000000' },
      { year: 2026, low: null },
    ]);
  });

  it('stores text as it was typed', async () => {
    const actor = await as('c');
    const title = ` Nama <script>alert(1)</script> \u202Eterbalik \${{7*7}} \t😀 `;
    const id = await made(actor, begin({ kind: 'goal', department: 'c', fields: { title } }));
    const stored = await asOwner(
      url,
      async client => (await client.query('SELECT title FROM "Item" WHERE id = $1', [id])).rows[0].title,
    );
    expect(stored).toBe(title);
  });
});

describe('two writers on one item', () => {
  it('merge silently when they changed different fields', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { unit: 'orang' }));
    expect(await save(await as('c.operator'), edit(indicator, 1, { source: 'BPS' }))).toMatchObject({
      ok: true,
      version: 3,
    });
  });

  it('see both values when they changed the same field, and nothing is overwritten', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { 'milestones.2025': number('56') }));
    const outcome = await save(
      await as('c.operator'),
      edit(indicator, 1, { 'milestones.2025': number('58'), source: 'BPS' }),
    );
    expect(outcome).toMatchObject({
      ...{ ok: false, reason: 'conflict', version: 2 },
      conflicts: [
        {
          field: 'milestones.2025',
          mine: number('58'),
          theirs: number('56'),
          before: number('55'),
          by: 'Kepala C',
        },
      ],
    });
    expect(await count(`SELECT count(*) FROM "Indicator" WHERE id = '${indicator}' AND source IS NULL`)).toBe(
      1,
    );
  });

  it('agree when they typed the same', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { unit: 'orang' }));
    expect(await save(await as('c.operator'), edit(indicator, 1, { unit: 'orang' }))).toMatchObject({
      ok: true,
      version: 1,
    });
  });

  it('both keep going on the version that the answer names', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { unit: 'orang' }));
    const clash = await save(await as('c.operator'), edit(indicator, 1, { unit: 'unit' }));
    if (clash.ok || clash.reason !== 'conflict') throw new Error('expected a conflict');
    expect(
      await save(await as('c.operator'), edit(indicator, clash.version, { unit: 'unit' })),
    ).toMatchObject({ ok: true, version: 3 });
  });
});

describe('a draft', () => {
  it('may hold a range upside down; only handing in is blocked', async () => {
    const { indicator } = await smallTree(as);
    const actor = await as('c');
    const upsideDown = { ...emptyCell, low: '20', high: '2' };
    const values = { valueType: 'range', baseline: upsideDown, 'milestones.2025': upsideDown };
    expect(await save(actor, edit(indicator, 1, values))).toMatchObject({ ok: true, version: 2 });
    expect(await step(actor, 'submit', indicator, 2)).toMatchObject({ ok: false, reason: 'checks' });
  });

  it('answers "nothing new" at the version of the writer, who has not read what others did', async () => {
    const { indicator } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { source: 'BPS' }));
    expect(await save(await as('c.operator'), edit(indicator, 1, { unit: '%' }))).toMatchObject({
      ok: true,
      version: 1,
    });
  });

  it('keeps its place among fifty others, whatever language the database sorts by', async () => {
    const actor = await as('c');
    const goal = await made(actor, begin({ kind: 'goal', department: 'c' }));
    const made50: string[] = [];
    for (let k = 0; k < 50; k += 1)
      made50.push(await made(actor, begin({ kind: 'target', department: 'c', parentId: goal })));
    const rows = await listItemRows(actor, database(actor.regionId), { parentId: goal });
    expect(rows.map(({ id }) => id)).toEqual(made50);
    const [column] = await asOwner(
      url,
      async client =>
        (
          await client.query(
            `SELECT collation_name FROM information_schema.columns WHERE table_name = 'Item' AND column_name = 'position'`,
          )
        ).rows,
    );
    expect(column.collation_name).toBe('C');
  });

  it('one change that the database cannot take does not hold back the next', async () => {
    const { indicator, goal } = await smallTree(as);
    const actor = await as('c');
    await asOwner(url, client =>
      client.query(`ALTER TABLE "Item" ADD CONSTRAINT probe CHECK (title <> 'mustahil')`),
    );
    const outcomes = await saveChanges(actor, [
      edit(indicator, 1, { title: 'mustahil' }),
      edit(goal, 1, { title: 'Boleh' }),
    ]);
    await asOwner(url, client => client.query('ALTER TABLE "Item" DROP CONSTRAINT probe'));
    expect(outcomes).toMatchObject([{ ok: false, reason: 'failed' }, { ok: true }]);
  });
});

describe('what is refused, with a sentence and without a trace', () => {
  const refusals: [
    string,
    (ids: { goal: string; target: string; indicator: string }) => Parameters<typeof edit>,
    string,
  ][] = [
    ['an unknown field', ({ goal }) => [goal, 1, { colour: 'red' }], 'invalid'],
    ['a field of another kind', ({ goal }) => [goal, 1, { unit: '%' }], 'invalid'],
    [
      'a year that is not in the plan',
      ({ indicator }) => [indicator, 1, { 'milestones.2050': number('1') }],
      'invalid',
    ],
    ['text that is too long', ({ goal }) => [goal, 1, { title: 'x'.repeat(251) }], 'invalid'],
    ['NUL in a text', ({ goal }) => [goal, 1, { title: 'a\u0000b' }], 'invalid'],
    ['half a character', ({ goal }) => [goal, 1, { title: 'a\uD800b' }], 'invalid'],
    ['a number that is none', ({ indicator }) => [indicator, 1, { baseline: number('1e309') }], 'invalid'],
    ['too many digits', ({ indicator }) => [indicator, 1, { baseline: number('1'.repeat(30)) }], 'invalid'],
    ['a choice outside the list', ({ indicator }) => [indicator, 1, { direction: 'sideways' }], 'invalid'],
    [
      'a department that does not exist',
      ({ indicator }) => [indicator, 1, { supporters: ['zz'] }],
      'invalid',
    ],
    [
      'a subdimension of another dimension',
      ({ target }) => [target, 1, { subdimensionId: 'p1-y11' }],
      'invalid',
    ],
    ['an item that does not exist', () => ['tidak-ada', 1, { title: 'x' }], 'missing'],
    [
      'an answer to a warning that does not exist',
      ({ goal }) => [goal, 1, { 'reasons.A b': 'x' }],
      'invalid',
    ],
    ['a version that is still to come', ({ goal }) => [goal, 9, { title: 'x' }], 'ahead'],
  ];
  for (const [name, change, reason] of refusals) {
    it(name, async () => {
      const tree = await smallTree(as);
      const events = await count('SELECT count(*) FROM "Event"');
      const outcome = await save(await as('c'), edit(...change(tree)));
      expect(outcome).toMatchObject({ ok: false, reason });
      if (!outcome.ok) expect(outcome.message).toMatch(/\.$/);
      expect(await count('SELECT count(*) FROM "Event"')).toBe(events);
    });
  }

  it('an item under the wrong parent, or in no dimension', async () => {
    const { goal, target, indicator } = await smallTree(as);
    const actor = await as('c');
    for (const change of [
      begin({ kind: 'indicator', department: 'c', parentId: goal }),
      begin({ kind: 'target', department: 'c', parentId: target }),
      begin({ kind: 'goal', department: 'c', parentId: indicator }),
      begin({ kind: 'goal', department: 'c', dimension: null }),
      begin({ kind: 'goal', department: 'c', dimension: 'p1-zz' }),
      begin({ kind: 'indicator', department: 'c' }),
      begin({ kind: 'target', department: 'c' }),
    ]) {
      expect(await save(actor, change)).toMatchObject({ ok: false, reason: 'invalid' });
    }
  });

  it('a batch in which one change clashes keeps the others', async () => {
    const { indicator, goal } = await smallTree(as);
    await save(await as('c'), edit(indicator, 1, { unit: 'orang' }));
    const outcomes = await saveChanges(await as('c.operator'), [
      edit(indicator, 1, { unit: 'unit' }),
      edit(goal, 1, { title: 'Tujuan baru' }),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
  });
});

describe('many writers at once', () => {
  it('50 writers on one plan are all answered, without deadlock and without a gap in the log', async () => {
    const { indicator } = await smallTree(as);
    const writers = await Promise.all(['c', 'c.operator'].map(as));
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, k) => {
        const actor = writers[k % 2];
        if (!actor) throw new Error('no writer');
        return k % 5 === 0
          ? save(actor, begin({ kind: 'goal', department: 'c', fields: { title: `Tujuan ${k}` } }))
          : save(
              actor,
              edit(indicator, 1, k % 2 === 0 ? { source: `Sumber ${k}` } : { definition: `Definisi ${k}` }),
            );
      }),
    );
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(12);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe('conflict');
  });

  it('the same mutation sent ten times at once is taken once', async () => {
    const actor = await as('c');
    const change = begin({ kind: 'goal', department: 'c' });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => save(actor, change)));
    expect(new Set(outcomes.map(outcome => JSON.stringify(outcome))).size).toBe(1);
    expect(await count(`SELECT count(*) FROM "Event" WHERE "subjectId" = '${change.itemId}'`)).toBe(1);
  });

  it('two kinds of subtree step beside edits leave every item in a state the workflow knows', async () => {
    const first = await smallTree(as);
    const second = await smallTree(as);
    const owner = await as('c');
    const reviewer = await as('a');
    const ids = [...Object.values(first), ...Object.values(second)];
    for (const id of Object.values(second)) await step(owner, 'submit', id, 1);
    const requests = (list: string[], version: number) =>
      list.map(itemId => ({ mutationId: randomUUID(), itemId, version }));
    await Promise.all([
      takeStep(owner, { step: 'submit', items: requests(Object.values(first), 1) }),
      takeStep(reviewer, { step: 'approve', items: requests(Object.values(second), 2) }),
      takeStep(owner, { step: 'withdraw', items: requests(Object.values(second), 2) }),
      ...ids.map((id, k) => save(owner, edit(id, 1, { title: `Judul ${k}` }))),
    ]);
    const statuses = await asOwner(
      url,
      async client =>
        (await client.query('SELECT status::text, version FROM "Item" WHERE id = ANY($1)', [ids])).rows,
    );
    for (const { status, version } of statuses) {
      expect(['draft', 'submitted', 'approved']).toContain(status);
      expect(version).toBeLessThanOrEqual(5);
    }
  });

  it('crossing moves settle one after another', async () => {
    const one = await smallTree(as);
    const two = await smallTree(as);
    const owner = await as('c');
    const operator = await as('c.operator');
    const outcomes = await Promise.all([
      save(owner, edit(one.indicator, 1, {}, two.target)),
      save(operator, edit(two.indicator, 1, {}, one.target)),
      save(owner, edit(one.target, 1, {}, two.goal)),
      save(operator, edit(two.target, 1, {}, one.goal)),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    const clash = await Promise.all([
      save(owner, edit(one.indicator, 2, {}, one.target)),
      save(operator, edit(one.indicator, 2, {}, (await smallTree(as)).target)),
    ]);
    expect(clash.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('the sound indicator of these tests', () => {
  it('can be handed in', async () => {
    expect(sound.title).toBeTruthy();
    const { indicator } = await smallTree(as);
    expect(await step(await as('c'), 'submit', indicator, 1)).toMatchObject({ ok: true });
  });
});
