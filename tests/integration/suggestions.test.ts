import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { insertRows } from '@/lib/database/insert-rows';
import { madeEntry } from '@/lib/people/logged';
import { append } from '@/lib/plan/log/append';
import type { Outcome } from '@/lib/plan/outcome';
import { getFrame } from '@/lib/plan/read/frame';
import { getItem } from '@/lib/plan/read/item';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { withPlan } from '@/lib/plan/write/take-plan';
import { countUnreadAnswers, listAnswers } from '@/lib/suggestions/read/answers';
import { getIdeaChoices, getItemChoices, listParents } from '@/lib/suggestions/read/choices';
import {
  countToAnswer,
  getSuggestion,
  listSuggestions,
  listSuggestionsAt,
} from '@/lib/suggestions/read/suggestions';
import type { SuggestRequest } from '@/lib/suggestions/schema';
import { adoptSuggestion } from '@/lib/suggestions/write/adopt';
import { declineSuggestion, handOnSuggestion, withdrawSuggestion } from '@/lib/suggestions/write/answer';
import { makeSuggestion } from '@/lib/suggestions/write/suggest';
import { expectLogMatchesTables } from '../support/fold';
import { makeGuest } from '../support/guests';
import { edit, makeRegion, save, setPhase, smallTree, step } from '../support/small-region';
import { freshDatabase } from '../support/world';

let url: string;
let regionId: string;
let as: Awaited<ReturnType<typeof makeRegion>>['as'];
let guest: Actor;
let owner: Actor;
let coordinator: Actor;
let tree: Awaited<ReturnType<typeof smallTree>>;
let count = 0;

beforeAll(async () => {
  process.env.AUTH_SECRET = 'rahasia-uji-yang-cukup-panjang-untuk-uji';
  url = await freshDatabase();
});
beforeEach(async () => {
  count += 1;
  ({ regionId, as } = await makeRegion(`40.${String(count).padStart(2, '0')}`));
  [owner, coordinator] = [await as('c'), await as('a')];
  tree = await smallTree(as);
  guest = await makeGuest(await as('sekretariat'));
});
afterEach(() => expectLogMatchesTables(url));

type ItemAbout = Extract<SuggestRequest['about'], { what: 'item' }>;
type IdeaAbout = Extract<SuggestRequest['about'], { what: 'idea' }>;

const onItem = (itemId: string, more: Partial<ItemAbout> = {}, text = 'Menurut data kampus kami.') => ({
  ...{ mutationId: randomUUID() as string, text },
  about: { what: 'item' as const, itemId, version: 1, field: null, proposed: null, ...more },
});
const title = (proposed: string, more: Partial<ItemAbout> = {}) =>
  onItem(tree.target, { field: 'title', proposed, ...more });
const idea = (
  more: Partial<IdeaAbout> = {},
  text = 'Perlu indikator ruang terbuka hijau per kecamatan.',
) => ({
  ...{ mutationId: randomUUID() as string, text },
  about: {
    ...{ what: 'idea' as const, dimensionId: 'p1-x1', kind: 'indicator' as const, parentId: null },
    ...{ title: '', unit: '', direction: '', target: '', ...more },
  },
});

const frameOf = (actor: Actor) => getFrame({ ...actor } as Actor);
const adopt = (actor: Actor, suggestionId: string, more: object = {}) =>
  adoptSuggestion(actor, {
    ...{ mutationId: randomUUID() as string, suggestionId, over: null, parentId: null, departmentId: null },
    ...more,
  });
const decline = (actor: Actor, suggestionId: string, reason = 'Sudah tercakup.') =>
  declineSuggestion(actor, { mutationId: randomUUID(), suggestionId, reason });
const withdraw = (actor: Actor, suggestionId: string) =>
  withdrawSuggestion(actor, { mutationId: randomUUID(), suggestionId });
const handOn = (actor: Actor, suggestionId: string, departmentId: string) =>
  handOnSuggestion(actor, { mutationId: randomUUID(), suggestionId, departmentId });
const rowOf = async (id: string) => {
  const [row] = await listItemRows(owner, database(regionId), { id });
  if (!row) throw new Error(`no item ${id}`);
  return row;
};
const stateOf = async (id: string, actor = owner) =>
  (await getSuggestion(actor, await frameOf(actor), id))?.state;
const said = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.reason);

async function taken(actor: Actor, request: SuggestRequest): Promise<string> {
  const outcome = await makeSuggestion(actor, request);
  if (!outcome.ok) throw new Error(outcome.message);
  return request.mutationId;
}

describe('who may suggest', () => {
  it('everybody who reads the item and does not own it; on nothing that they may not read', async () => {
    for (const person of ['a', 'b', 'd', 'dewan', 'pendamping', 'bupati', 'sekretariat'])
      expect([person, said(await makeSuggestion(await as(person), onItem(tree.goal)))]).toEqual([
        person,
        'ok',
      ]);
    expect(said(await makeSuggestion(guest, onItem(tree.goal)))).toBe('ok');
    for (const person of ['c', 'c.operator'])
      expect([person, said(await makeSuggestion(await as(person), onItem(tree.goal)))]).toEqual([
        person,
        'denied',
      ]);
    expect(said(await makeSuggestion(await as('mantan'), onItem(tree.goal)))).toBe('missing');
    // A draft indicator is its owner's; the reviewer reads it, a guest and the council do not.
    for (const [person, expected] of [
      ...([
        ['a', 'ok'],
        ['b', 'missing'],
        ['dewan', 'missing'],
      ] as const),
    ])
      expect(said(await makeSuggestion(await as(person), onItem(tree.indicator)))).toBe(expected);
    expect(said(await makeSuggestion(guest, onItem(tree.indicator)))).toBe('missing');
    const other = await makeRegion(`41.${String(count).padStart(2, '0')}`);
    expect(said(await makeSuggestion(await other.as('dewan'), onItem(tree.goal)))).toBe('missing');
  });

  it('on a dimension everybody but who coordinates it', async () => {
    expect(said(await makeSuggestion(guest, idea()))).toBe('ok');
    expect(said(await makeSuggestion(owner, idea()))).toBe('ok');
    expect(said(await makeSuggestion(coordinator, idea()))).toBe('denied');
    expect(said(await makeSuggestion(await as('utusan'), idea()))).toBe('denied');
    expect(said(await makeSuggestion(await as('mantan'), idea()))).toBe('denied');
    expect(said(await makeSuggestion(guest, idea({ dimensionId: 'tidak-ada' })))).toBe('missing');
  });

  it('a guest who was ended suggests nothing more; what they said stays under their name', async () => {
    const id = await taken(guest, title('Meningkatnya layanan'));
    await database(regionId).membership.updateMany({
      where: { regionId, userId: guest.userId },
      data: { validTo: new Date('2020-01-01') },
    });
    const gone = await as('tamu.sri.rahayu');
    expect(said(await makeSuggestion(gone, title('Lagi')))).toBe('missing');
    expect(await listSuggestions(gone, await frameOf(gone))).toEqual([]);
    const view = await getSuggestion(owner, await frameOf(owner), id);
    expect(view).toMatchObject({ by: 'Sri Rahayu', office: 'tamu dari Universitas Contoh (akademisi)' });
    await database(regionId).membership.updateMany({
      where: { regionId, userId: guest.userId },
      data: { validTo: null },
    });
  });
});

describe('what is suggested', () => {
  it('is kept as it was typed, once, and says what is wrong', async () => {
    const request = title('Meningkatnya layanan');
    const answers = await Promise.all([1, 2, 3].map(() => makeSuggestion(guest, request)));
    expect(answers.map(said)).toEqual(['ok', 'ok', 'ok']);
    expect((await listSuggestions(guest, await frameOf(guest))).length).toBe(1);
    const hostile = '<script>alert(1)</script> \u202eRTL\u202c \u0007 {{7*7}}';
    const id = await taken(guest, onItem(tree.goal, {}, hostile));
    expect((await getSuggestion(owner, await frameOf(owner), id))?.text).toBe(hostile);
    const wrong: [SuggestRequest, string][] = [
      [onItem(tree.goal, {}, '  '), 'text'],
      [onItem(tree.goal, {}, 'x'.repeat(10_000)), 'text'],
      [title(''), 'proposed'],
      [title('x'.repeat(10_000)), 'proposed'],
      [title('target c'), 'proposed'],
      [idea({}, ''), 'text'],
      [idea({ target: 'banyak' }), 'target'],
      [idea({ direction: 'ke samping' }), 'direction'],
      [idea({ title: 'x'.repeat(300) }), 'title'],
    ];
    for (const [one, field] of wrong)
      expect(await makeSuggestion(guest, one)).toMatchObject({ ok: false, reason: 'note', field });
    expect(said(await makeSuggestion(guest, title('x', { field: 'supporters' })))).toBe('invalid');
    expect(said(await makeSuggestion(guest, title('x', { field: 'reasons.similar' })))).toBe('invalid');
    expect(said(await makeSuggestion(guest, title('x', { version: 9 })))).toBe('ahead');
    expect(said(await makeSuggestion(guest, idea({ parentId: tree.goal })))).toBe('invalid');
    const { mutationId } = request;
    expect(said(await makeSuggestion(owner, { ...idea(), mutationId }))).toBe('invalid');
  });

  it('is limited: thirty in an hour, and nothing on a ratified plan', async () => {
    for (let n = 0; n < 30; n += 1) await taken(guest, onItem(tree.goal));
    const more = await makeSuggestion(guest, onItem(tree.goal));
    expect(more).toMatchObject({ ok: false, reason: 'status' });
    expect(said(await makeSuggestion(await as('dewan'), onItem(tree.goal)))).toBe('ok');
    await setPhase(regionId, 'ratified');
    expect(said(await makeSuggestion(await as('dewan'), onItem(tree.goal)))).toBe('locked');
    await setPhase(regionId, 'drafting');
  });

  it('is read by members with what they read, by guests only as their own', async () => {
    const other = await makeGuest(await as('sekretariat'), { name: 'Budi Santoso' });
    const id = await taken(guest, title('Meningkatnya layanan'));
    const onDraft = await taken(coordinator, onItem(tree.indicator));
    const see = async (actor: Actor) =>
      (await listSuggestions(actor, await frameOf(actor))).map(one => one.id);
    expect(await see(guest)).toEqual([id]);
    expect(await see(other)).toEqual([]);
    expect(await getSuggestion(other, await frameOf(other), id)).toBeNull();
    expect(await listSuggestionsAt(other, await frameOf(other), tree.target)).toEqual([]);
    expect(await see(await as('dewan'))).toEqual([id]);
    expect(await see(owner)).toEqual([onDraft, id]);
    expect(await see(await as('mantan'))).toEqual([]);
    for (const [actor, expected] of [
      [other, 'missing'],
      [await as('mantan'), 'missing'],
      [await as('dewan'), 'denied'],
    ] as const) {
      expect(said(await withdraw(actor, id))).toBe(expected);
      expect(said(await adopt(actor, id))).toBe(expected);
      expect(said(await decline(actor, id))).toBe(expected);
      expect(said(await handOn(actor, id, 'b'))).toBe(expected);
    }
  });
});

describe('adopting a value', () => {
  it('writes it through the ordinary way and names the author for as long as there is the item', async () => {
    const id = await taken(guest, title('Meningkatnya layanan kota'));
    expect(await countToAnswer(owner, await frameOf(owner))).toBe(1);
    expect(await countToAnswer(coordinator, await frameOf(coordinator))).toBe(0);
    expect(said(await adopt(coordinator, id))).toBe('denied');
    expect(said(await adopt(owner, id))).toBe('ok');
    expect((await rowOf(tree.target)).fields.title).toBe('Meningkatnya layanan kota');
    expect(await countToAnswer(owner, await frameOf(owner))).toBe(0);
    // Much is written over it since; the author is still named, to guests too.
    await save(owner, edit(tree.target, 2, { title: 'Meningkatnya layanan seluruh kota' }));
    const answer = await getItem(owner, await frameOf(owner), tree.target);
    const told = answer.kind === 'open' ? answer.view.history.find(({ action }) => action === 'adopt') : null;
    expect(told?.note).toBe('Usulan Sri Rahayu, tamu dari Universitas Contoh (akademisi)');
    const stranger = await makeGuest(await as('sekretariat'), { name: 'Budi Santoso' });
    for (const reader of [owner, await as('dewan'), stranger]) {
      const [origin] = await listSuggestionsAt(reader, await frameOf(reader), tree.target);
      expect(origin).toMatchObject({ state: 'adopted', by: 'Sri Rahayu' });
    }
    const [news] = await listAnswers(guest, await frameOf(guest));
    expect(news).toMatchObject({ deed: 'adopt', by: 'Kepala C', isNew: true });
    expect(await countUnreadAnswers(guest, await frameOf(guest))).toBe(1);
    expect(await countUnreadAnswers(owner, await frameOf(owner))).toBe(0);
  });

  it('that an official made on a draft names its author to guests, and says nothing of the draft', async () => {
    await save(owner, edit(tree.indicator, 1, { title: 'Rahasia draf' }));
    const about = { version: 2, field: 'title', proposed: 'Rahasia usulan' };
    const id = await taken(coordinator, onItem(tree.indicator, about, 'Rahasia dapur.'));
    expect(said(await adopt(owner, id))).toBe('ok');
    await save(owner, edit(tree.indicator, 3, { title: 'Cakupan layanan' }));
    await step(owner, 'submit', tree.indicator, 4);
    const told = await listSuggestionsAt(guest, await frameOf(guest), tree.indicator);
    expect(told).toMatchObject([{ state: 'adopted', by: coordinator.name }]);
    expect(JSON.stringify(told)).not.toContain('Rahasia');
    expect(JSON.stringify(await listSuggestionsAt(owner, await frameOf(owner), tree.indicator))).toContain(
      'Rahasia usulan',
    );
  });

  it('is a conflict when the value has changed since, until the owner replaces it knowingly', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    await save(owner, edit(tree.target, 1, { title: 'Ketikan pengampu' }));
    const clash = await adopt(owner, id);
    expect(clash).toMatchObject({
      ...{ ok: false, reason: 'conflict' },
      conflicts: [{ field: 'title', mine: 'Usulan tamu', theirs: 'Ketikan pengampu', before: 'target c' }],
    });
    expect((await rowOf(tree.target)).fields.title).toBe('Ketikan pengampu');
    expect(await stateOf(id)).toBe('waiting');
    const view = await getSuggestion(owner, await frameOf(owner), id);
    expect(view?.about).toMatchObject({
      isChanged: true,
      seen: 'target c',
      now: 'Ketikan pengampu',
      version: 2,
    });
    // Somebody else was quicker once more.
    await save(owner, edit(tree.target, 2, { title: 'Ketikan kedua' }));
    expect(said(await adopt(owner, id, { over: 2 }))).toBe('conflict');
    expect(said(await adopt(owner, id, { over: 3 }))).toBe('ok');
    expect((await rowOf(tree.target)).fields.title).toBe('Usulan tamu');
  });

  it('merges with changes of other fields', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    await save(owner, edit(tree.target, 1, { beneficiaries: 'Balita' }));
    expect(said(await adopt(owner, id))).toBe('ok');
    expect((await rowOf(tree.target)).fields).toMatchObject({
      title: 'Usulan tamu',
      beneficiaries: 'Balita',
    });
  });

  it('of an old page remembers what its author read', async () => {
    await save(owner, edit(tree.target, 1, { title: 'Ketikan baru' }));
    const id = await taken(guest, title('Usulan tamu', { version: 1 }));
    expect((await getSuggestion(owner, await frameOf(owner), id))?.about).toMatchObject({ seen: 'target c' });
    expect(said(await adopt(owner, id))).toBe('conflict');
  });

  it('of a page that nobody showed its author tells nothing of what stood there', async () => {
    await save(owner, edit(tree.indicator, 1, { title: 'Rahasia draf' }));
    await save(owner, edit(tree.indicator, 2, { title: 'Cakupan layanan' }));
    await step(owner, 'submit', tree.indicator, 3);
    const onTitle = (version: number) =>
      onItem(tree.indicator, { version, field: 'title', proposed: 'Cakupan imunisasi' });
    for (const version of [1, 2, 3])
      expect(said(await makeSuggestion(guest, onTitle(version)))).toBe('missing');
    expect(said(await makeSuggestion(coordinator, onTitle(2)))).toBe('ok');
    expect(said(await makeSuggestion(guest, onTitle(4)))).toBe('ok');
    expect(JSON.stringify(await listSuggestions(guest, await frameOf(guest)))).not.toContain('Rahasia');
  });

  it('reads numbers as the item does', async () => {
    await step(owner, 'submit', tree.indicator, 1);
    const request = onItem(tree.indicator, { version: 2, field: 'milestones.2026', proposed: '72,5' });
    const id = await taken(guest, request);
    const handedIn = await adopt(owner, id);
    expect(handedIn).toMatchObject({ ok: false, reason: 'status' });
    expect(handedIn.ok ? '' : handedIn.message).toContain('Tarik dulu');
    await step(coordinator, 'approve', tree.indicator, 2);
    const approved = await adopt(owner, id);
    expect(approved.ok ? '' : approved.message).toContain('Minta koordinator membukanya kembali');
    expect(await stateOf(id)).toBe('waiting');
    await step(coordinator, 'reopen', tree.indicator, 3, 'Ada usulan.');
    // While it is a draft again its author sees nothing of it, but still their own words.
    const mine = await getSuggestion(guest, await frameOf(guest), id);
    expect(mine?.about).toMatchObject({ item: null, proposed: '72,5', seen: '60,0' });
    expect(said(await adopt(owner, id))).toBe('ok');
    expect((await rowOf(tree.indicator)).fields['milestones.2026']).toMatchObject({ low: '72.5' });
  });

  it('of words marks them as taken up and changes nothing by itself', async () => {
    const id = await taken(guest, onItem(tree.target));
    const before = await rowOf(tree.target);
    expect(said(await adopt(owner, id))).toBe('ok');
    expect(await rowOf(tree.target)).toEqual(before);
    expect(await stateOf(id)).toBe('adopted');
  });

  it('waits for a locked plan', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    const lock = (state: 'locked' | 'open') =>
      database(regionId).stage.updateMany({ where: { regionId }, data: { state } });
    await lock('locked');
    expect(said(await adopt(owner, id))).toBe('locked');
    await lock('open');
    expect(said(await adopt(owner, id))).toBe('ok');
  });
});

describe('races', () => {
  it('adopted twice at once is adopted once, and a retry hears the same', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    const operator = await as('c.operator');
    const both = await Promise.all([adopt(owner, id), adopt(operator, id)]);
    expect(both.map(said).sort()).toEqual(['ok', 'status']);
    expect((await rowOf(tree.target)).version).toBe(2);
    const mutationId = randomUUID();
    const other = await taken(guest, title('Usulan kedua', { version: 2 }));
    const first = await adopt(owner, other, { mutationId });
    expect(await adopt(owner, other, { mutationId })).toEqual(first);
    expect((await rowOf(tree.target)).version).toBe(3);
  });

  it('adopted and withdrawn at once is one of the two, and the item says which', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await rowOf(tree.target);
      const id = await taken(guest, title(`Usulan ${round}`, { version: before.version }));
      const both = await Promise.all([adopt(owner, id), withdraw(guest, id)]);
      expect(both.map(said).sort()).toEqual(['ok', 'status']);
      const isAdopted = (await stateOf(id)) === 'adopted';
      expect(said(both[isAdopted ? 0 : 1])).toBe('ok');
      expect((await rowOf(tree.target)).fields.title === `Usulan ${round}`).toBe(isAdopted);
    }
  });

  it('a change saved at the same time is never written over', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { version } = await rowOf(tree.target);
      const id = await taken(guest, title(`Usulan ${round}`, { version }));
      const [adopted, saved] = await Promise.all([
        adopt(owner, id),
        save(owner, edit(tree.target, version, { title: `Ketikan ${round}` })),
      ]);
      expect([said(adopted), said(saved)].sort()).toEqual(['conflict', 'ok']);
      const { title: now } = (await rowOf(tree.target)).fields;
      expect(now).toBe(adopted.ok ? `Usulan ${round}` : `Ketikan ${round}`);
    }
  });
});

describe('answering why not', () => {
  it('needs a reason, which the author reads', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    expect(await decline(owner, id, ' ')).toMatchObject({ ok: false, reason: 'note', field: 'reason' });
    expect(await decline(owner, id, 'x'.repeat(2001))).toMatchObject({ ok: false, reason: 'note' });
    expect(said(await decline(owner, id, 'Datanya lama.'))).toBe('ok');
    expect(said(await adopt(owner, id))).toBe('status');
    expect(said(await withdraw(guest, id))).toBe('status');
    const [news] = await listAnswers(guest, await frameOf(guest));
    expect(news).toMatchObject({ deed: 'decline', suggestion: { answer: { reason: 'Datanya lama.' } } });
    expect(await listSuggestionsAt(owner, await frameOf(owner), tree.target)).toHaveLength(1);
  });

  it('taken back is nobody’s to answer, and only its author takes it back', async () => {
    const id = await taken(guest, title('Usulan tamu'));
    expect(said(await withdraw(owner, id))).toBe('denied');
    expect(said(await withdraw(guest, id))).toBe('ok');
    expect(said(await decline(owner, id))).toBe('status');
    expect(await countToAnswer(owner, await frameOf(owner))).toBe(0);
  });
});

describe('an idea for a dimension', () => {
  it('is the coordinator’s, who begins a draft with its words', async () => {
    const id = await taken(
      guest,
      idea({ title: 'Luas ruang terbuka hijau', unit: 'ha', direction: 'up', target: '12,5' }),
    );
    expect(await countToAnswer(coordinator, await frameOf(coordinator))).toBe(1);
    expect(await countToAnswer(owner, await frameOf(owner))).toBe(0);
    expect(said(await adopt(owner, id))).toBe('denied');
    expect(await adopt(coordinator, id)).toMatchObject({ ok: false, reason: 'note', field: 'parentId' });
    expect(said(await adopt(coordinator, id, { parentId: tree.target, departmentId: 'c' }))).toBe('denied');
    expect(said(await adopt(coordinator, id, { parentId: tree.target }))).toBe('ok');
    const [view] = await listSuggestions(coordinator, await frameOf(coordinator));
    const item = await rowOf(view?.adopted?.id ?? '');
    expect(item).toMatchObject({
      kind: 'indicator',
      departmentId: 'a',
      parentId: tree.target,
      status: 'draft',
    });
    expect(item.fields).toMatchObject({
      ...{ title: 'Luas ruang terbuka hijau', unit: 'ha', direction: 'up' },
      definition: 'Perlu indikator ruang terbuka hijau per kecamatan.',
    });
    expect(item.fields['milestones.2026']).toMatchObject({ low: '12.5', illustrative: false });
    const [origin] = await listSuggestionsAt(coordinator, await frameOf(coordinator), item.id);
    expect(origin).toMatchObject({ state: 'adopted', by: 'Sri Rahayu' });
    const answer = await getItem(coordinator, await frameOf(coordinator), item.id);
    expect(answer.kind === 'open' && answer.view.history[0]?.note).toContain('Usulan Sri Rahayu');
  });

  it('is handed to a department, whose it then is', async () => {
    const id = await taken(guest, idea({ parentId: tree.target }));
    const delegate = await as('utusan');
    expect(said(await adopt(delegate, id))).toBe('denied');
    expect(said(await handOn(owner, id, 'c'))).toBe('denied');
    expect(said(await handOn(delegate, id, 'tidak-ada'))).toBe('invalid');
    expect(said(await handOn(delegate, id, 'c'))).toBe('ok');
    expect(said(await handOn(delegate, id, 'c'))).toBe('status');
    expect(await countToAnswer(owner, await frameOf(owner))).toBe(1);
    expect(await countToAnswer(coordinator, await frameOf(coordinator))).toBe(0);
    expect(said(await adopt(coordinator, id))).toBe('denied');
    expect(said(await adopt(owner, id))).toBe('ok');
    const [view] = await listSuggestions(owner, await frameOf(owner));
    expect(await rowOf(view?.adopted?.id ?? '')).toMatchObject({ departmentId: 'c', parentId: tree.target });
    expect((await listAnswers(guest, await frameOf(guest))).map(({ deed }) => deed)).toEqual([
      'adopt',
      'handOn',
    ]);
  });

  it('handed to a department that has ended is the coordinator’s again', async () => {
    const id = await taken(guest, idea({ parentId: tree.target }));
    expect(said(await handOn(coordinator, id, 'd'))).toBe('ok');
    const where = { regionId_id: { regionId, id: 'd' } };
    await database(regionId).department.update({ where, data: { validTo: new Date('2020-01-01') } });
    expect(await countToAnswer(coordinator, await frameOf(coordinator))).toBe(1);
    const view = await getSuggestion(coordinator, await frameOf(coordinator), id);
    expect(view).toMatchObject({ canAnswer: true, canHandOn: true });
    expect(said(await handOn(coordinator, id, 'c'))).toBe('ok');
    expect(await countToAnswer(coordinator, await frameOf(coordinator))).toBe(0);
    const other = await taken(guest, idea());
    expect(said(await handOn(coordinator, other, 'c'))).toBe('ok');
    await database(regionId).department.update({ where, data: { validTo: null } });
  });

  it('that waits stays in the list, however many were answered since', async () => {
    const id = await taken(guest, idea());
    const answer = { answer: 'Sudah ada.', answeredAt: new Date(), answeredById: coordinator.userId };
    await withPlan(coordinator, async (tx, plan) => {
      const rows = Array.from({ length: 301 }, () => ({
        ...{ id: randomUUID() as string, planId: plan.id, dimensionId: 'p1-x1', kind: 'indicator' },
        ...{ text: 'Gagasan lain.', authorId: guest.userId, at: new Date(), state: 'declined', ...answer },
      }));
      const here = rows.map(row => ({ regionId, ...row }));
      await insertRows(tx, 'Suggestion', here);
      await append(
        tx,
        coordinator,
        plan.head,
        rows.map(row => madeEntry('suggestion', row)),
      );
    });
    const views = await listSuggestions(coordinator, await frameOf(coordinator));
    expect(views.filter(({ canAnswer }) => canAnswer)).toMatchObject([{ id }]);
    const moments = views.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('for a target begins under a goal, and a long text keeps what does not fit elsewhere', async () => {
    const long = `Meningkatnya 👩‍👩‍👧 ${'ruang hijau kota yang nyaman '.repeat(30)}`;
    const id = await taken(guest, idea({ kind: 'target' }, long));
    expect(said(await adopt(coordinator, id, { parentId: tree.target }))).toBe('invalid');
    expect(said(await adopt(coordinator, id, { parentId: tree.goal }))).toBe('ok');
    const [view] = await listSuggestions(coordinator, await frameOf(coordinator));
    const item = await rowOf(view?.adopted?.id ?? '');
    expect(String(item.fields.title).length).toBeLessThanOrEqual(250);
    expect(view?.text).toBe(long.trim());
  });

  it('asks in forms for what this person may say', async () => {
    const frame = await frameOf(guest);
    expect(await getItemChoices(guest, frame, tree.indicator)).toBeNull();
    expect((await getItemChoices(guest, frame, tree.target))?.fields.map(({ path }) => path)).toContain(
      'title',
    );
    expect(await getItemChoices(owner, await frameOf(owner), tree.target)).toBeNull();
    expect((await getIdeaChoices(guest, frame, 'x1'))?.targets).toEqual([
      { value: tree.target, label: 'target c' },
    ]);
    expect(await getIdeaChoices(coordinator, await frameOf(coordinator), 'x1')).toBeNull();
    expect(await getIdeaChoices(guest, frame, 'tidak-ada')).toBeNull();
    const nobody = await as('mantan');
    expect(await listParents(nobody, await frameOf(nobody), 'p1-x1')).toEqual({ goals: [], targets: [] });
  });
});
