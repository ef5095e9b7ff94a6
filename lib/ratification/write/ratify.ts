import 'server-only';
import { randomUUID } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { type Deed, type Problem, refuse, wrong } from '@/lib/people/deed';
import { changedEntry, madeEntry } from '@/lib/people/logged';
import { readDay, tooLong } from '@/lib/people/names';
import { dayText } from '@/lib/people/words';
import { takeRegion } from '@/lib/people/write/take-region';
import { actKinds, standingOf } from '@/lib/plan/act';
import { append, type Entry } from '@/lib/plan/log/append';
import { getWatchedFrame } from '@/lib/plan/read/frame';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { isRatified } from '@/lib/plan/workflow';
import { storeVersion } from '@/lib/plan/write/name-version';
import { type TakenPlan, withPlan } from '@/lib/plan/write/take-plan';
import { notRatifying } from '../answer';
import { checklistOf, type Given, type Line } from '../checklist';
import { getGiven } from '../read/given';
import type { RatifyForm } from '../schema';
import { lineWords } from '../words';
import { stopped } from './ground';

type Read = { kind: string; number: string; date: Date; subject: string | null };

function readForm(form: RatifyForm): Read | { problem: Problem } {
  const problem = (field: string, message: string) => ({ problem: { field, message } });
  const [number, subject] = [form.number.trim(), form.subject.trim()];
  if (!Object.hasOwn(actKinds, form.kind)) return problem('kind', 'Pilih jenis penetapan.');
  if (number === '') return problem('number', 'Isi nomor penetapan.');
  const long = tooLong(number, 'number', 'nomor', 80) ?? tooLong(subject, 'subject', 'perihal', 500);
  if (long) return { problem: long };
  const read = readDay(form.date, 'date');
  if ('problem' in read) return read;
  if (!read.day) return problem('date', 'Pilih tanggal penetapan.');
  if (read.day > today()) return problem('date', 'Tanggal penetapan tidak boleh sesudah hari ini.');
  return { kind: form.kind, number, date: read.day, subject: subject || null };
}

/**
 * Enters the regent's act: the draft becomes a plan that is only read, under a name in the list of versions. The
 * checklist is asked once more while the plan is held, so that nothing is ratified that nobody has seen.
 * @param ask what other rooms know
 */
export async function ratify(actor: Actor, form: RatifyForm, ask: typeof getGiven = getGiven): Promise<Deed> {
  if (!can.ratify(actor)) return notRatifying();
  const { regionId } = actor;
  const { mutationId } = form;
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  return withPlan(actor, async (tx, plan): Promise<Deed> => {
    const stop = await stopped(tx, actor, mutationId, 'ratify');
    if (stop) return stop;
    if (isRatified(plan)) return refuse('invalid', 'Rencana ini sudah ditetapkan. Muat ulang halaman.');
    if (plan.id !== form.planId)
      return refuse('missing', 'Halaman ini memuat rencana yang lama. Muat ulang halaman.');
    const barred = await whyNot(
      tx,
      actor,
      plan,
      await ask(actor, await getWatchedFrame(actor, plan.head.revision)),
    );
    if (barred) return barred;
    const decree = await actOf(tx, actor, read);
    if ('problem' in decree) return wrong(decree.problem);
    const after = { phase: 'ratified' as const, decreeId: decree.id };
    await tx.plan.update({ where: { regionId_id: { regionId, id: plan.id } }, data: after });
    const change = { before: { phase: plan.phase, decreeId: null }, after };
    await append(tx, actor, plan.head, [changedEntry('plan', plan.id, 'ratify', change, mutationId)]);
    const standing = await nameIt(tx, actor, plan, read);
    return { ok: true, message: `${standing}. Rencana sekarang hanya dibaca.` };
  });
}

/** What still stands in the way, decided by what the tables say while nobody else writes. */
async function whyNot(tx: Transaction, actor: Actor, plan: TakenPlan, given: Given): Promise<Deed | null> {
  const { regionId } = actor;
  const where = { regionId, planId: plan.id };
  if ((await tx.hallSession.count({ where: { ...where, closedAt: null } })) > 0)
    return refuse('invalid', 'Hari Bimtek masih dibuka. Tutup hari itu dulu, lalu tetapkan.');
  const sitting = await tx.sitting.findFirst({
    where: { ...where, closedAt: null },
    select: { title: true },
  });
  if (sitting)
    return refuse('invalid', `${sitting.title} masih dibuka. Tutup sidang itu dulu, lalu tetapkan.`);
  const { ipmExplanation } = await tx.plan.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: plan.id } },
    select: { ipmExplanation: true },
  });
  const checked = {
    items: await listItemRows(actor, tx, { planId: plan.id }),
    dimensions: await tx.dimension.findMany({ where, select: { id: true } }),
    subdimensions: await tx.subdimension.findMany({ where, select: { id: true, explanation: true } }),
    plan: { ...plan, ipmExplanation },
  };
  const open = checklistOf(checked, given).filter(({ isMet }) => !isMet);
  return open.length > 0 ? refuse('invalid', openWords(open)) : null;
}

function openWords(open: readonly Line[]): string {
  const [first] = open.map(({ key }) => lineWords[key].missing);
  const more = open.length > 1 ? ` Masih ada ${open.length - 1} syarat lain di daftar.` : '';
  return `Rencana belum dapat ditetapkan: ${first}.${more}`;
}

/** The act as a decree of the region, in its log; one that is there already by number and day is that one. */
async function actOf(
  tx: Transaction,
  actor: Actor,
  read: Read,
): Promise<{ id: string } | { problem: Problem }> {
  const { regionId } = actor;
  const same = await tx.decree.findFirst({
    where: { regionId, kind: read.kind, number: read.number },
    select: { id: true, date: true },
  });
  if (same && dayText(same.date) === dayText(read.date)) return same;
  if (same) {
    const message = `Nomor ini sudah dipakai, tertanggal ${dayText(same.date) ?? 'tidak dicatat'}. Periksa nomor dan tanggalnya.`;
    return { problem: { field: 'number', message } };
  }
  const decree = { id: randomUUID() as string, ...read };
  const head = await takeRegion(tx, actor);
  await tx.decree.create({ data: { regionId, ...decree } });
  await append(tx, actor, head, [madeEntry('decree', decree)]);
  return decree;
}

/** Names the plan as the act left it, so that the version holds the act too. Tells the name. */
async function nameIt(tx: Transaction, actor: Actor, plan: TakenPlan, read: Read): Promise<string> {
  const { regionId } = actor;
  const { revision, headHash, region } = await tx.plan.findUniqueOrThrow({
    where: { regionId_id: { regionId, id: plan.id } },
    select: { revision: true, headHash: true, region: { select: { headTitle: true } } },
  });
  const head = { ...plan.head, revision, headHash };
  const name = standingOf({ ...read, date: dayText(read.date) }, region.headTitle) ?? '';
  const taken = await tx.snapshot.count({ where: { regionId, planId: plan.id, name } });
  const version: Entry = await storeVersion(
    tx,
    actor,
    { ...plan, head },
    { id: randomUUID(), name: taken > 0 ? `${name} (${revision})` : name, mutationId: randomUUID() },
  );
  await append(tx, actor, head, [version]);
  return name;
}
