import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { tableCsv } from '@/lib/exchange/csv';
import { getImportView } from '@/lib/exchange/import/import-view';
import { getDryRun, getImport, listImports } from '@/lib/exchange/import/read';
import { answerImport, applyImport, forgetImport, openImport, setReading } from '@/lib/exchange/import/write';
import { planDocument } from '@/lib/exchange/plan-document';
import { tableWorkbook } from '@/lib/exchange/workbook';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getMatrix } from '@/lib/plan/read/matrix';
import { slot } from '@/lib/server/documents/slot';
import { expectLogMatchesTables } from '../support/fold';
import { edit, makeRegion, number, save, smallTree, sound, step } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let tree: { goal: string; target: string; indicator: string };

beforeAll(async () => {
  url = await freshDatabase();
  ({ as } = await makeRegion());
  tree = await smallTree(as);
  await save(
    await as('c'),
    edit(tree.indicator, 1, { code: '=1+1', 'milestones.2026': { ...number('60'), high: '65' } }),
  );
});
afterAll(() => slot.rembugDocuments?.stop());
afterAll(() => expectLogMatchesTables(url));

const csvOf = (lines: string[][]) => new TextEncoder().encode(lines.map(line => line.join(';')).join('\r\n'));

async function opened(actor: Actor, bytes: Uint8Array, name = 'berkas.csv'): Promise<string> {
  const answer = await openImport(actor, { name, bytes });
  if (!answer.ok) throw new Error(answer.message);
  return answer.id;
}

async function run(actor: Actor, id: string) {
  const stored = await getImport(actor, id);
  const done = stored?.reading && (await getDryRun(actor, await getFrame(actor), stored, stored.reading));
  if (!done) throw new Error('no dry run');
  return done;
}

const apply = async (actor: Actor, id: string) =>
  applyImport(actor, { id, cap: (await run(actor, id)).seal });

async function exported(actor: Actor) {
  const frame = await getFrame(actor);
  const { own, rows } = await getMatrix(actor, frame, {});
  return planDocument({ frame, rows: [...own, ...rows], filter: {}, person: 'Bu Sari', at: new Date() });
}

/** Lines of the program's own CSV as cells, and back; none of its texts here holds a semicolon or a quote. */
async function ownLines(actor: Actor): Promise<string[][]> {
  return new TextDecoder()
    .decode(tableCsv(await exported(actor)))
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map(line => line.split(';'));
}

const itemOf = async (actor: Actor, id: string) =>
  (await getImage(actor, await getFrame(actor))).items.find(item => item.id === id);

const heads = ['Dimensi', 'Tujuan', 'Sasaran', 'Indikator', 'Satuan', 'Baseline', '2025', '2026', 'OPD'];
const titles = async (actor: Actor) =>
  (await getImage(actor, await getFrame(actor))).items.map(({ fields }) => fields.title);

describe('the round trip', { timeout: 60_000 }, () => {
  it.each(['csv', 'xlsx'] as const)('export as %s, edit nothing, import: nothing changes', async format => {
    const actor = await as('c');
    const document = await exported(actor);
    const bytes = format === 'csv' ? tableCsv(document) : await tableWorkbook(document);
    const done = await run(actor, await opened(actor, bytes, `rencana.${format}`));
    expect(done.changes).toEqual([]);
    expect(done.counts).toMatchObject({ same: 3, create: 0, change: 0, doubtful: 0, refused: 0, clash: 0 });
  });

  it('edit three cells: exactly these three change', async () => {
    const actor = await as('c');
    const lines = await ownLines(actor);
    const at = (name: string) => lines[0]?.indexOf(name) ?? -1;
    const line = lines.find(cells => cells[at('ID')] === tree.indicator) ?? [];
    Object.assign(line, {
      [at('Uraian')]: 'Cakupan layanan baru',
      [at('2025')]: '57,5',
      [at('Satuan')]: 'Indeks',
    });
    const id = await opened(actor, csvOf(lines));
    const before = await itemOf(actor, tree.indicator);
    const done = await run(actor, id);
    expect(done.rows.flatMap(({ changes }) => changes.map(({ path }) => path)).sort()).toEqual([
      ...['milestones.2025', 'title', 'unit'],
    ]);
    expect(await apply(actor, id)).toMatchObject({ ok: true, message: '1 baris diterapkan.' });
    const after = await itemOf(actor, tree.indicator);
    const changed = Object.keys(after?.fields ?? {}).filter(
      path => JSON.stringify(after?.fields[path]) !== JSON.stringify(before?.fields[path]),
    );
    expect(changed.sort()).toEqual(['milestones.2025', 'title', 'unit']);
    expect(await apply(actor, id)).toMatchObject({ ok: false, reason: 'invalid' });
    // What this import wrote itself is nobody else's newer change: it is put right like any other.
    const typed = { [`${lines.indexOf(line)}:${at('2025')}`]: '58' };
    await answerImport(actor, { id, typed, chosen: {}, departments: {}, clashes: {} });
    expect((await run(actor, id)).counts).toMatchObject({ clash: 0, change: 1 });
  });
});

describe('an old file', { timeout: 60_000 }, () => {
  it('meets the conflict and not the plan; the rest of it is taken as it is', async () => {
    const [actor, colleague] = [await as('c'), await as('c.operator')];
    const lines = await ownLines(actor);
    const at = (name: string) => lines[0]?.indexOf(name) ?? -1;
    const line = lines.find(cells => cells[at('ID')] === tree.indicator) ?? [];
    line[at('2025')] = '70';
    const version = (await itemOf(actor, tree.indicator))?.version ?? 0;
    await save(colleague, edit(tree.indicator, version, { 'milestones.2025': number('99'), source: 'BPS' }));
    const id = await opened(actor, csvOf(lines));
    const done = await run(actor, id);
    expect(done.rows.find(({ itemId }) => itemId === tree.indicator)).toMatchObject({
      outcome: 'clash',
      clashes: [{ path: 'milestones.2025', mine: '70,0', theirs: '99,0', by: 'Operator C' }],
    });
    expect(done.changes).toEqual([]);
    expect((await itemOf(actor, tree.indicator))?.fields['milestones.2025']).toMatchObject({ low: '99' });
    const since = done.rows.find(({ itemId }) => itemId === tree.indicator)?.clashes[0]?.at;
    const clashes = { [`${tree.indicator} milestones.2025 ${since}`]: 'mine' as const };
    await answerImport(actor, { id, typed: {}, chosen: {}, departments: {}, clashes });
    expect(await apply(actor, id)).toMatchObject({ ok: true });
    expect((await itemOf(actor, tree.indicator))?.fields).toMatchObject({
      ...{ 'milestones.2025': { low: '70' }, source: 'BPS' },
    });
    expect((await run(actor, id)).counts.clash).toBe(0);
    // The choice was made against 99; what is written later is asked about anew.
    const later = (await itemOf(actor, tree.indicator))?.version ?? 0;
    await save(colleague, edit(tree.indicator, later, { 'milestones.2025': number('98') }));
    expect(await run(actor, id)).toMatchObject({ changes: [], counts: { clash: 1 } });
  });

  it('what changed since it was looked at is shown again before anything is written', async () => {
    const actor = await as('c');
    const lines = await ownLines(actor);
    const at = (name: string) => lines[0]?.indexOf(name) ?? -1;
    const line = lines.find(cells => cells[at('ID')] === tree.indicator) ?? [];
    line[at('2025')] = '71';
    const id = await opened(actor, csvOf(lines));
    const { seal } = await run(actor, id);
    const version = (await itemOf(actor, tree.indicator))?.version ?? 0;
    await save(await as('c.operator'), edit(tree.indicator, version, { 'milestones.2025': number('88') }));
    expect(await applyImport(actor, { id, cap: seal })).toMatchObject({ ok: false, reason: 'conflict' });
    expect((await itemOf(actor, tree.indicator))?.fields['milestones.2025']).toMatchObject({ low: '88' });
  });
});

describe('a foreign table', { timeout: 60_000 }, () => {
  const lines = [
    heads,
    ['X1', 'goal c', 'Sasaran baru', 'Cakupan satu', '%', '10%', '20%', '30%', 'Dinas C'],
    ['', '', '', 'Cakupan dua', 'orang', '1', '2', '3', 'DINASC'],
    ['', '', '', 'Cakupan tiga', 'orang', '1', '2', '3', 'Dinas B'],
    ['', '', '', 'Cakupan empat', 'orang', 'kira-kira', '2', '3', 'C'],
  ];

  it('the good rows are applied once, however often that is asked; the others wait with reasons', async () => {
    const actor = await as('c');
    const id = await opened(actor, csvOf(lines));
    const { counts, seal } = await run(actor, id);
    expect(counts).toMatchObject({ create: 2, refused: 2 });
    const answers = await Promise.all([
      applyImport(actor, { id, cap: seal }),
      applyImport(actor, { id, cap: seal }),
    ]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    await applyImport(actor, { id, cap: seal });
    const all = await titles(actor);
    for (const title of ['Sasaran baru', 'Cakupan satu', 'Cakupan dua'])
      expect(all.filter(one => one === title)).toHaveLength(1);
    expect(all).not.toContain('Cakupan tiga');
    expect((await run(actor, id)).counts).toMatchObject({ same: 2, create: 0, refused: 2 });
    const view = await getImportView(actor, await getFrame(actor), id, null);
    expect(view).toMatchObject({ ready: 0, applied: 2 });
  });

  it('what was applied and put away since is not begun again', async () => {
    const actor = await as('c');
    const id = await opened(
      actor,
      csvOf([heads, ['X1', 'goal c', 'target c', 'Cakupan sekali', '', '', '', '', 'C']]),
    );
    const { seal } = await run(actor, id);
    await applyImport(actor, { id, cap: seal });
    const frame = await getFrame(await as('c'));
    const item = (await getImage(actor, frame)).items.find(({ fields }) => fields.title === 'Cakupan sekali');
    await save(actor, {
      mutationId: randomUUID(),
      itemId: item?.id ?? '',
      version: 1,
      fields: {},
      isArchived: true,
    });
    const again = await run(actor, id);
    expect([again.counts.create, again.changes]).toEqual([0, []]);
    expect(await applyImport(actor, { id, cap: seal })).toMatchObject({ ok: false, reason: 'conflict' });
    // A request that was sent again writes under the key of the first.
    const events = await asOwner(url, client =>
      client.query(`SELECT "mutationId" FROM "Event" WHERE "subjectId" = $1 AND action = 'create'`, [
        item?.id,
      ]),
    );
    expect(events.rows[0]?.mutationId).toMatch(new RegExp(`^${id}\\.[\\w-]{22}$`));
  });

  it('what somebody changed after it was applied is not changed back', async () => {
    const actor = await as('c');
    const line = ['X1', 'goal c', 'target c', 'Cakupan berubah', 'orang', '1', '2', '3', 'C'];
    const wrong = ['X1', 'goal c', 'target c', 'Cakupan salah', 'orang', 'kira-kira', '2', '3', 'C'];
    const id = await opened(actor, csvOf([heads, line, wrong]));
    expect(await apply(actor, id)).toMatchObject({ ok: true });
    const items = (await getImage(actor, await getFrame(actor))).items;
    const begun = items.find(({ fields }) => fields.title === 'Cakupan berubah')?.id ?? '';
    await save(await as('c.operator'), edit(begun, 1, { 'milestones.2025': number('9') }));
    expect(await run(actor, id)).toMatchObject({ changes: [], counts: { same: 1, change: 0, refused: 1 } });
    const typed = { '1:6': '4' };
    await answerImport(actor, { id, typed, chosen: {}, departments: {}, clashes: {} });
    expect(await run(actor, id)).toMatchObject({ changes: [], counts: { clash: 1 } });
  });

  it('answers hold for their own sheet only, and two at once are both kept', async () => {
    const actor = await as('c');
    const rows = [heads, ['X1', 'goal c', 'target c', 'Cakupan lembar', 'orang', 'salah', '2', '3', 'C']];
    const sheet = (name: string) => ({
      ...{ name, title: '', isDraft: false, facts: [], notes: [], footer: '', rows: [] },
      columns: [],
    });
    const document = {
      ...sheet('satu'),
      columns: heads.map(label => ({ label, width: 9, align: 'start' as const })),
      rows: rows.slice(1).map(cells => ({ kind: 'record' as const, cells })),
    };
    const bytes = await tableWorkbook({ ...document, sheets: [{ ...document, name: 'dua' }] });
    const id = await opened(actor, bytes, 'dua.xlsx');
    const reading = (await getImport(actor, id))?.reading;
    const row = (await run(actor, id)).rows.find(({ title }) => title === 'Cakupan lembar')?.row ?? 0;
    const none = { id, sheet: 0, chosen: {}, departments: {}, clashes: {} };
    await Promise.all([
      answerImport(actor, { ...none, typed: { [`${row}:5`]: '1' } }),
      answerImport(actor, { ...none, typed: { [`${row}:6`]: '7' } }),
      answerImport(actor, { ...none, typed: { [`${row}:7`]: '8' } }),
    ]);
    const cells = (await getImport(actor, id))?.answers.cells;
    expect(cells).toEqual({ [`${row}:5`]: '1', [`${row}:6`]: '7', [`${row}:7`]: '8' });
    expect((await run(actor, id)).counts.create).toBe(1);
    const { headRow = 0, headRows = 1 } = reading ?? {};
    const other = { id, sheet: 1, headRow, headRows, dimensionId: null, departmentId: null, meanings: [] };
    await setReading(actor, other);
    expect((await run(actor, id)).counts).toMatchObject({ create: 0, refused: 1 });
    // A page that still shows the first sheet answers for that one.
    await answerImport(actor, { ...none, typed: { [`${row}:5`]: '3' } });
    expect((await getImport(actor, id))?.answers.cells).toEqual({});
    await setReading(actor, { ...other, sheet: 0 });
    expect((await getImport(actor, id))?.answers.cells[`${row}:5`]).toBe('3');
  });

  it('a cell put right on the page makes its row good, and a second file of the form remembers its columns', async () => {
    const actor = await as('c');
    const odd = lines.map((line, index) =>
      index === 0 ? line.with(3, 'Tolok ukur') : line.with(2, 'Sasaran lain'),
    );
    const id = await opened(actor, csvOf(odd));
    const reading = (await getImport(actor, id))?.reading;
    if (!reading) throw new Error('no reading');
    expect(reading.meanings[3]).toBe('unknown');
    const form = {
      id,
      sheet: 0,
      headRow: 0,
      headRows: 1,
      dimensionId: null,
      departmentId: reading.departmentId,
    };
    await setReading(actor, { ...form, meanings: [[3, 'indicator']] });
    expect((await run(actor, id)).counts).toMatchObject({ create: 2, refused: 2 });
    const typed = { '4:5': '7' };
    await answerImport(actor, { id, typed, chosen: {}, departments: {}, clashes: {} });
    expect((await run(actor, id)).counts).toMatchObject({ create: 3, refused: 1 });
    const second = await opened(actor, csvOf(odd));
    expect((await getImport(actor, second))?.reading?.meanings[3]).toBe('indicator');
  });

  it('a name of a department is asked once for everybody in the region', async () => {
    const actor = await as('c');
    const named = [
      heads,
      ['X1', 'goal c', 'Sasaran baru', 'Cakupan lima', '', '', '', '', 'Kantor Dinas C Pusat'],
    ];
    const id = await opened(actor, csvOf(named));
    const [asked] = (await run(actor, id)).departments;
    expect(asked).toMatchObject({ name: 'Kantor Dinas C Pusat', rows: 1 });
    await answerImport(actor, {
      id,
      typed: {},
      chosen: {},
      departments: { [asked?.key ?? '']: 'c' },
      clashes: {},
    });
    const other = await opened(await as('c.operator'), csvOf(named));
    expect((await run(await as('c.operator'), other)).counts.create).toBe(1);
  });

  it('what is handed in is not changed; the row says what to do', async () => {
    const { indicator } = await smallTree(as, 'd');
    const version = (await itemOf(await as('d'), indicator))?.version ?? 0;
    await step(await as('d'), 'submit', indicator, version);
    const lines = [heads, ['X1', 'goal d', 'target d', sound.title as string, 'orang', '', '', '', 'D']];
    const id = await opened(await as('d'), csvOf(lines));
    expect((await run(await as('d'), id)).rows[0]).toMatchObject({
      outcome: 'refused',
      findings: [{ reason: 'Isian ini sudah diajukan, jadi belum dapat diubah.' }],
    });
  });
});

describe('rights', { timeout: 60_000 }, () => {
  it('only who drafts for a department uploads', async () => {
    for (const username of ['sekretariat', 'dewan', 'pendamping', 'bupati', 'mantan']) {
      const answer = await openImport(await as(username), { name: 'a.csv', bytes: csvOf([heads]) });
      expect([username, answer]).toMatchObject([username, { ok: false, reason: 'denied' }]);
    }
  });

  it("an import is its owner's alone, whoever asks", async () => {
    const id = await opened(
      await as('c'),
      csvOf([heads, ['X1', 'goal c', 'target c', 'Cakupan milik', '', '', '', '', 'C']]),
    );
    const { seal } = await run(await as('c'), id);
    for (const username of ['c.operator', 'd', 'sekretariat']) {
      const actor = await as(username);
      expect(await getImport(actor, id)).toBeNull();
      expect(await getImportView(actor, await getFrame(actor), id, null)).toBeNull();
      expect((await listImports(actor)).map(one => one.id)).not.toContain(id);
      const none = { typed: {}, chosen: {}, departments: {}, clashes: {} };
      const form = {
        id,
        sheet: 0,
        headRow: 0,
        headRows: 1,
        dimensionId: null,
        departmentId: null,
        meanings: [],
      };
      for (const done of [
        await applyImport(actor, { id, cap: seal }),
        await answerImport(actor, { id, ...none }),
        await setReading(actor, form),
        await forgetImport(actor, id),
      ])
        expect([username, done]).toMatchObject([username, { ok: false, reason: 'missing' }]);
    }
    expect((await titles(await as('c'))).includes('Cakupan milik')).toBe(false);
    expect(await forgetImport(await as('c'), id)).toMatchObject({ ok: true });
    expect(await getImport(await as('c'), id)).toBeNull();
  });

  it('another region sees and answers nothing of it, not even the names of departments', async () => {
    const other = await makeRegion('20.02');
    const stranger = await other.as('c');
    const id = await opened(await as('c'), csvOf([heads]));
    expect(await getImport(stranger, id)).toBeNull();
    const named = [heads, ['X1', 'T', 'S', 'Cakupan', '', '', '', '', 'Kantor Dinas C Pusat']];
    expect((await run(stranger, await opened(stranger, csvOf(named)))).departments).toHaveLength(1);
  });

  it('a locked plan takes nothing', async () => {
    const actor = await as('c');
    const id = await opened(
      actor,
      csvOf([heads, ['X1', 'goal c', 'target c', 'Cakupan kunci', '', '', '', '', 'C']]),
    );
    const { seal } = await run(actor, id);
    const setStage = (state: string) =>
      asOwner(url, client =>
        client.query(`UPDATE "Stage" SET state = $1::"StageState" WHERE "regionId" = $2`, [
          state,
          actor.regionId,
        ]),
      );
    await setStage('locked');
    expect(await applyImport(actor, { id, cap: seal })).toMatchObject({ ok: false, reason: 'locked' });
    await setStage('open');
  });

  it('a file that is too large, empty or none is refused with a sentence', async () => {
    const actor = await as('c');
    for (const bytes of [new Uint8Array(0), new Uint8Array(5 * 1024 * 1024 + 1)])
      expect(await openImport(actor, { name: 'a.xlsx', bytes })).toMatchObject({
        ok: false,
        reason: 'invalid',
      });
  });

  it('imports are forgotten after thirty days', async () => {
    const actor = await as('c');
    const id = await opened(actor, csvOf([heads]));
    await asOwner(url, client =>
      client.query(`UPDATE "Import" SET "createdAt" = now() - interval '31 days' WHERE id = $1`, [id]),
    );
    expect(await getImport(actor, id)).toBeNull();
    await opened(actor, csvOf([heads]));
    const { rows } = await asOwner(url, client => client.query('SELECT 1 FROM "Import" WHERE id = $1', [id]));
    expect(rows).toEqual([]);
  });
});

it('nothing of a file is written before it is applied', async () => {
  const actor = await as('c');
  const before = (await getFrame(actor)).plan.revision;
  const id = await opened(
    actor,
    csvOf([heads, ['X1', randomUUID(), randomUUID(), randomUUID(), '', '', '', '', 'C']]),
  );
  await run(actor, id);
  expect((await getFrame(await as('c'))).plan.revision).toBe(before);
});
