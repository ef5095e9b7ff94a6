import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/access/policy';
import type { Transaction } from '@/lib/database/client';
import type { Entry } from '@/lib/plan/log/append';
import { decreeKinds } from '../decree-words';
import type { Problem } from '../deed';
import { madeEntry } from '../logged';
import { readDay, tooLong } from '../names';

/** A decree as a form names it: one of the list, or a new one by number, date and subject. */
export type DecreeForm = {
  decreeId: string;
  decreeNumber: string;
  decreeDate: string;
  decreeSubject: string;
  /** What a new one is; a decision where nothing else is said. */
  decreeKind?: string;
};

/** What the field of the region's file calls a decree of the regent or mayor. */
const decision = 'KEPUTUSAN_BUPATI';

/** The decree of a form, made if it is new; the same number is the same decree. Appends nothing itself. */
export async function decreeOf(
  tx: Transaction,
  { regionId }: Actor,
  form: DecreeForm,
): Promise<{ decreeId: string | null; entries: Entry[] } | { problem: Problem }> {
  const [number, subject] = [form.decreeNumber.trim(), form.decreeSubject.trim()];
  if (number === '') {
    if (form.decreeDate !== '' || subject !== '')
      return { problem: { field: 'decreeNumber', message: 'Isi nomor keputusan.' } };
    if (form.decreeId === '') return { decreeId: null, entries: [] };
    const isThere = await tx.decree.count({ where: { regionId, id: form.decreeId } });
    if (isThere === 0)
      return { problem: { field: 'decreeId', message: 'Keputusan ini tidak ada. Pilih dari daftar.' } };
    return { decreeId: form.decreeId, entries: [] };
  }
  const long =
    tooLong(number, 'decreeNumber', 'nomor keputusan', 120) ??
    tooLong(subject, 'decreeSubject', 'perihal', 500);
  if (long) return { problem: long };
  const read = readDay(form.decreeDate, 'decreeDate');
  if ('problem' in read) return read;
  const same = await tx.decree.findFirst({ where: { regionId, number }, select: { id: true } });
  if (same) return { decreeId: same.id, entries: [] };
  const kind = Object.hasOwn(decreeKinds, form.decreeKind ?? '') ? form.decreeKind : undefined;
  const decree = {
    id: randomUUID() as string,
    kind: kind ?? decision,
    number,
    date: read.day,
    subject: subject || null,
  };
  await tx.decree.create({ data: { regionId, ...decree } });
  return { decreeId: decree.id, entries: [madeEntry('decree', decree)] };
}
