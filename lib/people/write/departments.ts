import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import { append } from '@/lib/plan/log/append';
import { type Deed, denied, type Problem, refuse, wrong } from '../deed';
import { kindLabels } from '../kinds';
import { changedEntry, madeEntry } from '../logged';
import { codePattern, nameProblem, readDay } from '../names';
import { mergeForm } from '../newer';
import { dayText } from '../words';
import { newerSince, settled } from './ground';
import { withRegion } from './take-region';

export type DepartmentForm = { code: string; name: string; kind: string; from: string; to: string };

type Read = { code: string; name: string; kind: string; validFrom: Date | null; validTo: Date | null };

function readForm(form: DepartmentForm): Read | { problem: Problem } {
  const [code, name] = [form.code.trim(), form.name.trim()];
  const problem = (field: string, message: string) => ({ problem: { field, message } });
  if (code === '') return problem('code', 'Isi kode OPD, yaitu singkatannya.');
  if (!codePattern.test(code))
    return problem('code', 'Kode hanya huruf, angka, titik, dan garis, paling banyak 31.');
  const wrongName = nameProblem(name, 'name', 'nama OPD');
  if (wrongName) return { problem: wrongName };
  if (!Object.hasOwn(kindLabels, form.kind)) return problem('kind', 'Pilih jenis OPD.');
  const [from, to] = [readDay(form.from, 'from'), readDay(form.to, 'to')];
  if ('problem' in from) return from;
  if ('problem' in to) return to;
  if (from.day && to.day && to.day < from.day)
    return problem('to', 'Hari terakhir tidak boleh sebelum hari pertama.');
  return { code, name, kind: form.kind, validFrom: from.day, validTo: to.day };
}

async function codeProblem(
  tx: Transaction,
  { regionId }: Actor,
  code: string,
  ownId: string,
): Promise<Problem | null> {
  const same = await tx.department.findFirst({
    where: { regionId, id: { not: ownId }, code: { equals: code, mode: 'insensitive' } },
    select: { name: true },
  });
  return same
    ? { field: 'code', message: `Kode ${code} sudah dipakai ${same.name}. Pilih yang lain.` }
    : null;
}

/** Makes a department; it stands last in the order of departments. */
export async function createDepartment(
  actor: Actor,
  form: { mutationId: string } & DepartmentForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId } = form;
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const taken = await codeProblem(tx, actor, read.code, '');
    if (taken) return wrong(taken);
    const last = await tx.department.aggregate({ where: { regionId }, _max: { position: true } });
    // The code may change later, so the key is made of it only while it is free.
    const byCode = read.code.toLowerCase();
    const isUsed = (await tx.department.count({ where: { regionId, id: byCode } })) > 0;
    const row = { id: isUsed ? mutationId : byCode, ...read, position: (last._max.position ?? -1) + 1 };
    await tx.department.create({ data: { regionId, ...row } });
    await append(tx, actor, head, [madeEntry('department', row, { mutationId })]);
    return { ok: true, message: `OPD ${row.code} sudah dibuat.`, id: row.id };
  });
}

const labels: Record<string, string> = {
  ...{ code: 'kode', name: 'nama', kind: 'jenis', validFrom: 'hari pertama', validTo: 'hari terakhir' },
};
const fields: Record<string, string> = { validFrom: 'from', validTo: 'to' };

/** Renames a department or sets from when to when it exists. One that still answers for items cannot end. */
export async function changeDepartment(
  actor: Actor,
  form: { mutationId: string; id: string; seen: number } & DepartmentForm,
): Promise<Deed> {
  if (!can.managePeople(actor)) return denied();
  const { regionId } = actor;
  const { mutationId, id, seen } = form;
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return stop;
    const where = { regionId_id: { regionId, id } };
    const stored = await tx.department.findUnique({
      where,
      select: { code: true, name: true, kind: true, validFrom: true, validTo: true },
    });
    if (!stored) return refuse('missing', 'OPD ini tidak ditemukan. Muat ulang daftarnya.');
    const asText = (row: Read) => ({
      ...row,
      validFrom: dayText(row.validFrom),
      validTo: dayText(row.validTo),
    });
    const newer = await newerSince(tx, actor, { type: 'department', id }, seen);
    const merged = mergeForm(asText(stored), asText(read), newer);
    if ('clash' in merged) {
      const { path, by, now } = merged.clash;
      const message = `${by} baru saja mengubah ${labels[path]} menjadi “${now ?? 'kosong'}”. Periksa, lalu simpan lagi.`;
      return { ok: false, reason: 'conflict', field: fields[path] ?? path, message };
    }
    const changed = Object.keys(merged.values) as (keyof Read)[];
    if (changed.length === 0) return { ok: true, message: 'Tidak ada yang berubah.' };
    const after: Partial<Read> = Object.fromEntries(changed.map(path => [path, read[path]]));
    const taken = after.code ? await codeProblem(tx, actor, after.code, id) : null;
    if (taken) return wrong(taken);
    const held = after.validTo ? await whatItHolds(tx, actor, id) : null;
    if (held) return refuse('invalid', held, 'to');
    await tx.department.update({ where, data: after });
    await append(tx, actor, head, [
      changedEntry('department', id, 'change', { before: stored, after }, mutationId),
    ]);
    return { ok: true, message: 'Data OPD ini sudah disimpan.' };
  });
}

/** Why a department cannot end yet, in words. */
async function whatItHolds(tx: Transaction, { regionId }: Actor, departmentId: string) {
  const items = await tx.item.count({ where: { regionId, departmentId, archivedAt: null } });
  if (items > 0) return `OPD ini masih mengampu ${items} isian. Pilih dulu OPD penerusnya lewat Alihkan OPD.`;
  const coordinated = await tx.dimension.findFirst({
    where: { regionId, coordinatorId: departmentId },
    select: { name: true },
  });
  return coordinated
    ? `OPD ini masih koordinator ${coordinated.name}. Tunjuk koordinator lain dulu, lalu isi hari terakhir.`
    : null;
}
