import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { heldToday } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { append } from '@/lib/plan/log/append';
import { type Deed, denied, type Problem, refuse, wrong } from '../deed';
import { kindLabels } from '../kinds';
import { codePattern, nameProblem, readDay } from '../names';
import { readWorld } from '../read/succession-world';
import {
  type Choice,
  type ChoicePart,
  type Draft,
  draftOf,
  emptyDraft,
  type Founded,
  isSameCode,
  withChoices,
  withHeir,
  withoutHeir,
} from '../succession';
import { basisMark, countsOf } from '../succession-state';
import { type DecreeForm, decreeOf } from './decree';
import { doneMessage, settled } from './ground';
import { withRegion } from './take-region';

const gone = () => refuse('missing', 'Penataan OPD ini tidak ditemukan. Muat ulang halaman.');
const begun = () =>
  refuse('invalid', 'OPD lama sudah berakhir, jadi penerusnya tetap. Muat ulang halaman untuk melihatnya.');

type BasisForm = { name: string; day: string } & DecreeForm;

/** Begins to prepare a succession, empty or from a proposal. Only one is prepared at a time. */
export async function startSuccession(
  actor: Actor,
  form: { mutationId: string; offerId: string } & BasisForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId: id, offerId } = form;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, id);
    if (stop) return stop;
    const made = await tx.succession.count({ where: { regionId, id } });
    if (made > 0) return { ok: true, message: doneMessage, id };
    const other = await tx.succession.findFirst({
      where: { regionId, startedAt: { not: null }, appliedAt: null },
      select: { name: true },
    });
    if (other) return refuse('invalid', `Selesaikan atau batalkan dulu: ${other.name}.`);
    const offer = offerId
      ? await tx.succession.findFirst({ where: { regionId, id: offerId, startedAt: null } })
      : null;
    if (offerId && !offer) return gone();
    const basis = await basisOf(tx, actor, form);
    if ('problem' in basis) return wrong(basis.problem);
    const { entries, ...columns } = basis;
    const draft = offer ? draftOf(offer.draft) : emptyDraft;
    await tx.succession.create({
      data: { regionId, id, ...columns, source: offer?.source ?? null, draft, startedAt: new Date() },
    });
    if (entries.length > 0) await append(tx, actor, head, entries);
    return { ok: true, message: 'Penataan OPD mulai disiapkan.', id };
  });
}

/** Names what a succession rests on: its decree and its first day. `was` is what the page showed. */
export async function changeBasis(
  actor: Actor,
  form: { mutationId: string; id: string; was: string } & BasisForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId, id, was } = form;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const stored = await tx.succession.findUnique({ where: { regionId_id: { regionId, id } } });
    if (!stored) return gone();
    if (stored.appliedAt) return begun();
    if (basisMark(stored) !== was) {
      const message = 'Dasar hukumnya baru saja diubah orang lain. Periksa yang sekarang, lalu simpan lagi.';
      return { ok: false, reason: 'conflict', field: 'decreeId', message };
    }
    const basis = await basisOf(tx, actor, form);
    if ('problem' in basis) return wrong(basis.problem);
    const { entries, ...columns } = basis;
    await tx.succession.update({ where: { regionId_id: { regionId, id } }, data: columns });
    if (entries.length > 0) await append(tx, actor, head, entries);
    return { ok: true, message: 'Dasar hukum sudah disimpan.', id };
  });
}

async function basisOf(tx: Transaction, actor: Actor, form: BasisForm) {
  const name = form.name.trim();
  const wrongName = nameProblem(name, 'name', 'nama penataan OPD');
  if (wrongName) return { problem: wrongName };
  const read = readDay(form.day, 'day');
  if ('problem' in read) return read;
  if (!read.day) return { problem: { field: 'day', message: 'Isi hari pertama OPD penerus.' } };
  const decree = await decreeOf(tx, actor, form);
  if ('problem' in decree) return decree;
  if (!decree.decreeId)
    return { problem: { field: 'decreeId', message: 'Pilih keputusan, atau isi nomor yang baru.' } };
  return { name, day: read.day, decreeId: decree.decreeId, entries: decree.entries };
}

/** Leaves a succession that was not applied; what was prepared is gone, and nothing else changes. */
export async function dropSuccession(
  actor: Actor,
  { mutationId, id }: { mutationId: string; id: string },
): Promise<Deed> {
  return changing(actor, { mutationId, id }, async (tx, { regionId }) => {
    await tx.succession.delete({ where: { regionId_id: { regionId, id } } });
    return { ok: true, message: 'Penataan OPD ini dibatalkan. Tidak ada OPD yang berubah.' };
  });
}

type HeirForm = { olds: readonly string[]; heirId: string } & Founded;

/** Gives old departments one more successor: a department that is there, or one that begins. */
export async function addHeir(
  actor: Actor,
  form: { mutationId: string; id: string } & HeirForm,
): Promise<Deed> {
  return changing(actor, form, async (tx, { regionId }, draft) => {
    const { olds } = form;
    const open = await tx.department.findMany({
      where: { regionId, ...heldToday() },
      select: { id: true },
    });
    const isOpen = (id: string) => open.some(one => one.id === id);
    if (olds.length === 0 || !olds.every(isOpen))
      return refuse('invalid', 'Centang OPD lama yang masih berjalan.', 'olds');
    const founded = form.heirId === '' ? readFounded(form) : null;
    if (founded && 'problem' in founded) return wrong(founded.problem);
    // A department that has ended keeps its code.
    const known = await tx.department.findMany({ where: { regionId }, select: { code: true, name: true } });
    const codes = [...known, ...Object.values(draft.founded)];
    const taken = founded && codes.find(one => isSameCode(one, founded));
    if (taken) {
      const message = `Kode ${taken.code} sudah dipakai ${taken.name}. Pilih dari daftar, atau pakai kode lain.`;
      return refuse('invalid', message, 'code');
    }
    const heir = founded ? await newKey(tx, regionId, founded.code, draft, form.mutationId) : form.heirId;
    if (!founded && !isOpen(heir) && !Object.hasOwn(draft.founded, heir))
      return refuse('invalid', 'Pilih OPD penerus dari daftar, atau isi yang baru.', 'heirId');
    const ending = new Set([...Object.keys(draft.heirs), ...olds]);
    const kept = new Set([...Object.values(draft.heirs).flat(), heir]);
    if (ending.has(heir) || olds.some(old => kept.has(old)))
      return refuse('invalid', 'OPD yang berakhir tidak dapat menjadi penerus. Pilih OPD lain.', 'heirId');
    return withHeir(draft, olds, heir, founded ?? undefined);
  });
}

/** Takes one successor of an old department out again. */
export async function releaseHeir(
  actor: Actor,
  form: { mutationId: string; id: string; oldId: string; heirId: string },
): Promise<Deed> {
  return changing(actor, form, async (_tx, _actor, draft) => withoutHeir(draft, form.oldId, form.heirId));
}

/** Keeps who answers for items, coordinates, or goes where. Items may still be given after the departments ended. */
export async function keepChoices(
  actor: Actor,
  form: { mutationId: string; id: string; part: ChoicePart; choices: readonly Choice[] },
): Promise<Deed> {
  const { part, choices } = form;
  const isLate = part !== 'posts';
  return changing(
    actor,
    form,
    async (_tx, _actor, draft) => {
      const kept = withChoices(draft, part, choices);
      if ('draft' in kept) return kept.draft;
      const message = 'Pilihan ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa.';
      return { ok: false, reason: 'conflict', field: kept.clash, message };
    },
    { isLate },
  );
}

type Changing = (tx: Transaction, actor: Actor, draft: Draft) => Promise<Draft | Deed>;

/** A change of what is prepared, one after the other; a draft that comes back as it was is no change. */
async function changing(
  actor: Actor,
  { mutationId, id }: { mutationId: string; id: string },
  change: Changing,
  { isLate = false } = {},
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const where = { regionId_id: { regionId, id } };
  return withRegion(actor, async (tx): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const stored = await tx.succession.findUnique({
      where,
      select: { draft: true, startedAt: true, appliedAt: true },
    });
    if (!stored?.startedAt) return gone();
    if (stored.appliedAt && !isLate) return begun();
    const changed = await change(tx, actor, draftOf(stored.draft));
    if ('ok' in changed) return changed;
    await tx.succession.update({ where, data: { draft: changed } });
    const { undecided } = countsOf(changed, await readWorld(actor, tx));
    return { ok: true, message: undecided > 0 ? `Tersimpan. Sisa ${undecided} isian.` : 'Tersimpan.', id };
  });
}

function readFounded({ code, name, kind }: Founded): Founded | { problem: Problem } {
  const read = { code: code.trim(), name: name.trim(), kind };
  const problem = (field: string, message: string) => ({ problem: { field, message } });
  if (read.code === '' && read.name === '')
    return problem('heirId', 'Pilih OPD penerus dari daftar, atau isi yang baru.');
  if (!codePattern.test(read.code))
    return problem('code', 'Kode hanya huruf, angka, titik, dan garis, paling banyak 31.');
  const wrongName = nameProblem(read.name, 'name', 'nama OPD penerus');
  if (wrongName) return { problem: wrongName };
  return Object.hasOwn(kindLabels, kind) ? read : problem('kind', 'Pilih jenis OPD.');
}

/** The key that a department will have; made of its code only while that is free. */
async function newKey(tx: Transaction, regionId: string, code: string, draft: Draft, mutationId: string) {
  const key = code.toLowerCase();
  const isUsed = (await tx.department.count({ where: { regionId, id: key } })) > 0;
  return isUsed || Object.hasOwn(draft.founded, key) ? mutationId : key;
}
