import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { closeSitting } from '@/lib/council/write/close-sitting';
import { openSitting } from '@/lib/council/write/open-sitting';
import { database } from '@/lib/database/client';
import { closeHall } from '@/lib/hall/write/close-hall';
import { openHall } from '@/lib/hall/write/open-hall';
import { nameCoordinator } from '@/lib/people/write/coordinators';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { getMatrix } from '@/lib/plan/read/matrix';
import { getSide, listVersions } from '@/lib/plan/read/versions';
import { claimItem } from '@/lib/plan/write/claim';
import { addComment, settleThread } from '@/lib/plan/write/comment';
import { mergeItems, unmergeItem } from '@/lib/plan/write/merge-items';
import { nameVersion } from '@/lib/plan/write/name-version';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { endVerdict, giveVerdict } from '@/lib/plan/write/verdict';
import { getRatification } from '@/lib/ratification/read/checklist';
import { explain } from '@/lib/ratification/write/explain';
import { leaveOut, takeIn } from '@/lib/ratification/write/leave-out';
import { addStage, changeStage } from '@/lib/stages/write/change-stage';
import { moveStage } from '@/lib/stages/write/move-stage';
import { expectLogMatchesTables } from '../support/fold';
import { allGiven, enact, readyRegion } from '../support/ready-plan';
import { begin, edit, made, save, sound, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let number = 30;
let here: Awaited<ReturnType<typeof readyRegion>>;

beforeAll(async () => {
  url = await freshDatabase();
});
beforeEach(async () => {
  number += 1;
  here = await readyRegion(`20.${number}`);
});
afterAll(() => expectLogMatchesTables(url));

const out = (actor: Actor, itemId: string, version: number, reason = 'Ditunda ke tahun depan.') =>
  leaveOut(actor, { mutationId: randomUUID(), itemId, version, reason });
const back = (actor: Actor, itemId: string, version: number) =>
  takeIn(actor, { mutationId: randomUUID(), itemId, version });
const say = (actor: Actor, about: string, was: string, text: string) =>
  explain(actor, { mutationId: randomUUID(), about, was, text });
const planRow = () =>
  database(here.regionId).plan.findFirstOrThrow({
    where: { regionId: here.regionId },
    include: { decree: true },
  });
const openLines = async () => {
  const view = await getRatification(here.office, await getFrame(here.office), await allGiven(here.office));
  return view?.lines.filter(({ isMet }) => !isMet).map(({ key }) => key);
};
/** A draft of department C that was left out. */
async function leftOutDraft(fields = {}): Promise<string> {
  const owner = await here.as('c.operator');
  const id = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: here.target, fields }));
  expect(await out(here.office, id, 1)).toMatchObject({ ok: true });
  return id;
}

describe('who prepares and who ratifies', () => {
  it('is the secretariat; the act may also be entered by the regent', async () => {
    const others = ['a', 'c.operator', 'kedua', 'dewan', 'pendamping', 'utusan', 'mantan'];
    for (const actor of await Promise.all([...others, 'bupati'].map(here.as))) {
      expect(await out(actor, here.goal, 3)).toMatchObject({ ok: false, reason: 'denied' });
      expect(await back(actor, here.goal, 3)).toMatchObject({ ok: false, reason: 'denied' });
      expect(await say(actor, 'p1-x11', '', 'Alasan.')).toMatchObject({ ok: false, reason: 'denied' });
    }
    for (const actor of await Promise.all(others.map(here.as)))
      expect(await enact(actor)).toMatchObject({ ok: false, reason: 'denied' });
    expect((await planRow()).phase).toBe('drafting');
    expect(await enact(await here.as('bupati'))).toMatchObject({ ok: true });
  });

  it('is asked of the database again: who left office while they waited does nothing', async () => {
    const { regionId, office } = here;
    const held = { regionId, role: 'secretariat' as const };
    await database(regionId).membership.updateMany({
      where: held,
      data: { validTo: new Date('2020-01-01') },
    });
    expect(await out(office, here.goal, 3)).toMatchObject({ ok: false, reason: 'denied' });
    expect(await enact(office)).toMatchObject({ ok: false, reason: 'denied' });
    await database(regionId).membership.updateMany({ where: held, data: { validTo: null } });
  });

  it('shows the checklist to every member and to nobody else', async () => {
    const shown = async (name: string) => {
      const actor = await here.as(name);
      return (await getRatification(actor, await getFrame(actor))) !== null;
    };
    expect([await shown('dewan'), await shown('c'), await shown('mantan')]).toEqual([true, true, false]);
    await made(
      await here.as('d'),
      begin({ kind: 'indicator', department: 'd', dimension: null, fields: { title: 'Rahasia D' } }),
    );
    const actor = await here.as('dewan');
    const view = await getRatification(actor, await getFrame(actor));
    expect([...(view?.concerned.values() ?? [])].map(({ title }) => title)).toContain(null);
    expect(JSON.stringify([...(view?.concerned ?? [])])).not.toContain('Rahasia D');
  });
});

describe('what the checklist says of IPM', () => {
  it('holds no figure of a draft that its reader may not read', async () => {
    const figure = { low: '71.5', high: null, text: null, skipReason: null, illustrative: false };
    const fields = { title: 'Umur harapan hidup', unit: 'hari rahasia', ipm: 'uhh', baseline: figure };
    const owner = await here.as('d');
    await made(owner, begin({ kind: 'indicator', department: 'd', dimension: null, fields }));
    const told = async (name: string) => {
      const actor = await here.as(name);
      const view = await getRatification(actor, await getFrame(actor));
      return { text: JSON.stringify(view), line: view?.lines.find(({ key }) => key === 'ipm') };
    };
    expect((await told('sekretariat')).text).toContain('hari rahasia');
    const council = await told('dewan');
    expect(council.text).not.toContain('hari rahasia');
    expect(council.line).toMatchObject({ isMet: false, done: 0, of: 1 });
  });
});

describe('leaving out', () => {
  it('takes the whole branch out with the reason, and back in', async () => {
    expect(await out(here.office, here.goal, 3, '  ')).toMatchObject({ ok: false, field: 'reason' });
    expect(await out(here.office, here.goal, 2)).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await out(here.office, here.goal, 3)).toMatchObject({ ok: true });
    const actor = await here.as('dewan');
    const frame = await getFrame(actor);
    const rows = (await getMatrix(actor, frame, {})).rows;
    expect(rows.map(({ isLeftOut }) => isLeftOut)).toEqual([true, true, true]);
    const answer = await getItem(actor, frame, here.indicator);
    expect(answer).toMatchObject({ view: { item: { leftOutReason: 'Ditunda ke tahun depan.' } } });
    expect(answer.kind === 'open' && answer.view.history.at(-1)?.deed).toBe('Mengeluarkan dari rencana');
    expect(await openLines()).toEqual(['items', 'subdimensions']);
    expect(await back(here.office, here.target, 4)).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await back(here.office, here.goal, 4)).toMatchObject({ ok: true });
    expect(await openLines()).toEqual([]);
  });

  it('changes nothing of what the item says, and its owner may go on', async () => {
    const id = await leftOutDraft();
    expect(await save(await here.as('c'), edit(id, 2, { source: 'BPS' }))).toMatchObject({ ok: true });
    expect(await openLines()).toEqual([]);
  });

  it('is taken once', async () => {
    const form = { mutationId: randomUUID(), itemId: here.indicator, version: 3, reason: 'Ditunda.' };
    expect([await leaveOut(here.office, form), await leaveOut(here.office, form)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
  });
});

describe('explaining', () => {
  it('is kept beside the subdimension, and what another wrote is not written over', async () => {
    expect(await say(here.office, 'p1-y11', '', 'Lain.')).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await say(here.office, 'p1-y11', 'Bukan kewenangan kabupaten.', '')).toMatchObject({ ok: true });
    expect(await openLines()).toEqual(['subdimensions']);
    expect(await say(here.office, 'tidak-ada', '', 'Lain.')).toMatchObject({ ok: false, reason: 'missing' });
    expect(await say(here.office, 'ipm', '', 'Target RPJMD.')).toMatchObject({ ok: true });
    expect((await planRow()).ipmExplanation).toBe('Target RPJMD.');
  });
});

describe('the act', () => {
  it('says what is wrong at its field', async () => {
    for (const [field, value] of Object.entries({ kind: 'SURAT', number: ' ', date: '' }))
      expect(await enact(here.office, { [field]: value })).toMatchObject({ ok: false, field });
    expect(await enact(here.office, { date: '2199-01-01' })).toMatchObject({ ok: false, field: 'date' });
    expect(await enact(here.office, { number: '1'.repeat(81) })).toMatchObject({
      ok: false,
      field: 'number',
    });
  });

  it('is refused while a condition is not met, decided by what stands now', async () => {
    await step(await here.as('a'), 'reopen', here.indicator, 3, 'Angka baru.');
    const refusal = await enact(here.office);
    expect(refusal).toMatchObject({ ok: false, reason: 'invalid' });
    expect(refusal.message).toContain('masih ada isian yang belum disetujui');
    expect(await planRow()).toMatchObject({ phase: 'drafting', decreeId: null });
    const { regionId } = here;
    expect(await database(regionId).decree.count({ where: { regionId, number: '12/2026' } })).toBe(0);
  });

  it('is refused while a day in the hall is open', async () => {
    const hallId = randomUUID();
    await openHall(here.office, { mutationId: hallId, stageId: 'p1-tahap-1', day: 1 });
    expect(await enact(here.office)).toMatchObject({ ok: false, reason: 'invalid' });
    await closeHall(here.office, { mutationId: randomUUID(), hallId });
    expect(await enact(here.office)).toMatchObject({ ok: true });
  });

  it('is refused while a sitting of the council is open, which would still write after it', async () => {
    const id = randomUUID();
    const sitting = { title: 'Sidang', date: '2026-11-20', place: 'Pendopo', leader: 'A', leaderOffice: 'B' };
    expect(await openSitting(here.office, { mutationId: id, ...sitting })).toMatchObject({ ok: true });
    expect(await enact(here.office)).toMatchObject({ message: expect.stringContaining('Tutup sidang itu') });
    expect(await closeSitting(here.office, { mutationId: randomUUID(), id }, [])).toMatchObject({ ok: true });
    expect(await enact(here.office)).toMatchObject({ ok: true });
  });

  it('makes a plan that is cited with it, and a version that holds it', async () => {
    await leftOutDraft({ title: 'Ditinggalkan' });
    expect(await enact(here.office)).toMatchObject({ ok: true });
    const frame = await getFrame(here.office);
    const standing = 'Ditetapkan dengan Peraturan Bupati Nomor 12/2026 tanggal 20 November 2026';
    expect(frame.plan).toMatchObject({ phase: 'ratified', standing });
    expect((await planRow()).decree).toMatchObject({ number: '12/2026', subject: 'Rencana induk' });
    const [version] = await listVersions(here.office, frame);
    expect(version?.name).toBe(standing);
    const events = await database(here.regionId).event.findMany({
      where: { regionId: here.regionId, stream: 'plan:p1', hash: version?.planHash },
    });
    expect(events.map(({ action }) => action)).toEqual(['ratify']);
    const rows = (await getMatrix(here.office, frame, {})).rows.map(({ title }) => title);
    expect(rows).not.toContain('Ditinggalkan');
    const past = await getSide(here.office, frame, version?.id ?? '');
    expect(past?.plan.items).toHaveLength(3);
    expect(past?.plan.plan.phase).toBe('ratified');
  });

  it('is entered once: a retry hears the same, two at once are one, and another is refused', async () => {
    const mutationId = randomUUID();
    expect([
      await enact(here.office, { mutationId }),
      await enact(here.office, { mutationId }),
    ]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await enact(here.office, { number: '13/2026' })).toMatchObject({ ok: false });
    const other = await readyRegion(`21.${number}`);
    const both = await Promise.all([enact(other.office), enact(await other.as('bupati'))]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { regionId } = other;
    expect(await database(regionId).decree.count({ where: { regionId, number: '12/2026' } })).toBe(1);
    expect(await database(regionId).snapshot.count({ where: { regionId } })).toBe(1);
  });

  it('lets in no change that was under way: each came before it or is refused', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 8; at += 1) ids.push(await leftOutDraft());
    const owner = await here.as('c');
    // So that the process remembers them and thinks on what it knows.
    for (const id of ids)
      expect(await save(owner, edit(id, 2, { source: 'BPS' }))).toMatchObject({ ok: true });
    const [act, ...saved] = await Promise.all([
      enact(here.office),
      ...ids.map(id => save(owner, edit(id, 3, { source: 'Dinas' }))),
    ]);
    expect(act).toMatchObject({ ok: true });
    for (const one of saved) if (!one.ok) expect(one).toMatchObject({ reason: 'locked' });
    const events = await database(here.regionId).event.findMany({
      where: { regionId: here.regionId, stream: 'plan:p1' },
      orderBy: { revision: 'asc' },
      select: { action: true },
    });
    expect(events.slice(-2).map(({ action }) => action)).toEqual(['ratify', 'create']);
  });
});

describe('a ratified plan', () => {
  it('is only read: every write is refused with a sentence, and its log ends with the act', async () => {
    const { as, office, goal, target, indicator, regionId } = here;
    const [owner, reviewer] = [await as('c'), await as('a')];
    const twin = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    const third = await made(owner, begin({ kind: 'indicator', department: 'c', parentId: target }));
    const seen = (...ids: string[]) => ids.map(itemId => ({ itemId, version: 1 }));
    const judged = { kind: 'different' as const, source: null, reason: 'Berbeda.' };
    const verdictId = randomUUID();
    expect(
      await giveVerdict(reviewer, { mutationId: verdictId, items: seen(twin, third), ...judged }),
    ).toMatchObject({
      ok: true,
    });
    const merge = { mutationId: randomUUID(), keepId: twin, items: seen(twin, third), reason: 'Sama.' };
    expect(await mergeItems(reviewer, merge)).toMatchObject({ ok: true });
    const threadId = randomUUID();
    const comment = { itemId: indicator, field: null, threadId: null, text: 'Halo.' };
    await addComment(owner, { mutationId: threadId, ...comment });
    await step(owner, 'submit', twin, 2);
    await out(office, twin, 3);
    expect(await enact(office)).toMatchObject({ ok: true });
    const before = await planRow();
    const stage = { id: 'p1-tahap-1', name: 'Lain', day: '', hour: '' };
    const locked = [
      await save(owner, edit(indicator, 3, { source: 'BPS' })),
      await save(owner, edit(twin, 4, { source: 'BPS' })),
      await save(owner, begin({ kind: 'goal', department: 'c' })),
      ...(await saveChanges(owner, [
        { mutationId: randomUUID(), itemId: goal, version: 3, fields: {}, isArchived: true },
        {
          mutationId: randomUUID(),
          itemId: indicator,
          version: 3,
          fields: {},
          place: { parentId: target, after: null },
        },
      ])),
      await step(reviewer, 'reopen', indicator, 3, 'Angka baru.'),
      await step(reviewer, 'approve', twin, 4),
      await step(owner, 'withdraw', twin, 4),
      await mergeItems(reviewer, { ...merge, mutationId: randomUUID() }),
      await unmergeItem(reviewer, { mutationId: randomUUID(), itemId: third, version: 2, reason: 'Lain.' }),
      await giveVerdict(reviewer, { mutationId: randomUUID(), items: seen(twin, indicator), ...judged }),
      await endVerdict(reviewer, { mutationId: randomUUID(), verdictId }),
      await addComment(owner, { mutationId: randomUUID(), ...comment }),
      await settleThread(owner, { mutationId: randomUUID(), threadId, isSettled: true }),
      await claimItem(reviewer, { itemId: twin, isTaken: true, isTakeOver: false }),
      await nameVersion(office, { mutationId: randomUUID(), name: 'Sesudahnya' }),
      await openHall(office, { mutationId: randomUUID(), stageId: 'p1-tahap-1', day: 1 }),
    ];
    for (const one of locked) expect(one).toMatchObject({ ok: false, reason: 'locked' });
    expect(new Set(locked.map(one => !one.ok && one.message)).size).toBe(1);
    const refused = [
      await out(office, indicator, 3),
      await back(office, twin, 4),
      await say(office, 'p1-x11', '', 'Alasan.'),
      await addStage(office, { mutationId: randomUUID(), ...stage }),
      await changeStage(office, { mutationId: randomUUID(), seen: 0, ...stage }),
      await moveStage(office, { mutationId: randomUUID(), id: stage.id, was: 'open', to: 'closed' }),
      await nameCoordinator(office, {
        ...{ mutationId: randomUUID(), dimensionId: 'p1-x1', departmentId: 'c', was: 'a' },
        ...{ decreeId: '', decreeKind: '', decreeNumber: '', decreeDate: '', decreeSubject: '' },
      }),
    ];
    for (const one of refused) expect(one).toMatchObject({ ok: false, reason: 'invalid' });
    expect(await planRow()).toEqual(before);
    expect(await database(regionId).item.count({ where: { regionId } })).toBe(5);
    expect(sound.title).toBe('Cakupan layanan');
  });
});
