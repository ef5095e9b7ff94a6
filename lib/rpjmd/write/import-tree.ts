import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import type { Transaction } from '@/lib/database/client';
import { type Deed, type Problem, refuse, wrong } from '@/lib/people/deed';
import { changedEntry, madeEntry } from '@/lib/people/logged';
import { nameProblem, readDay, tooLong } from '@/lib/people/names';
import { settled } from '@/lib/people/write/ground';
import { withRegion } from '@/lib/people/write/take-region';
import { append, type Entry } from '@/lib/plan/log/append';
import { denied, told } from '../answer';
import { readTable } from '../read/dry-run';
import { regulationKinds } from '../regulations';
import type { ImportForm } from '../schema';
import { countInWords, type DraftNode } from '../tree-from-rows';

type Read = {
  name: string;
  kind: string;
  number: string;
  date: Date | null;
  subject: string | null;
  firstYear: number;
  lastYear: number;
  repealFrom: Date | null;
};

/**
 * Takes a pasted tree as the regional plan in force, and repeals the one before it from a day on. What is linked to
 * that one stays as it is. Every node is an event of its own, with all it says.
 * @param form.inForce the tree that the page showed as not repealed; who comes second hears of the first
 */
export async function importTree(actor: Actor, form: ImportForm): Promise<Deed> {
  if (!can.keepReferences(actor)) return denied();
  const read = readForm(form);
  if ('problem' in read) return wrong(read.problem);
  const { nodes, problem } = readTable(actor, form.text);
  if (problem !== null) return refuse('invalid', problem, 'text');
  const { regionId } = actor;
  const { mutationId } = form;
  return withRegion(actor, async (tx, head): Promise<Deed> => {
    const stop = await settled(tx, actor, mutationId);
    if (stop) return told(stop);
    const before = await tx.referenceTree.findFirst({
      where: { regionId, repealedAt: null },
      select: { id: true, name: true, firstYear: true },
    });
    if ((before?.id ?? '') !== form.inForce) {
      const message = `${before?.name ?? 'RPJMD yang tadi'} baru saja disimpan atau dicabut. Muat ulang halaman, lalu periksa lagi.`;
      return { ok: false, reason: 'conflict', field: 'text', message };
    }
    if (before && read.firstYear < before.firstYear) {
      const message = `Periode tidak boleh mulai sebelum ${before.firstYear}, awal RPJMD yang sedang berlaku.`;
      return refuse('invalid', message, 'firstYear');
    }
    const { repealFrom, ...columns } = read;
    const tree = { id: mutationId, ...columns };
    const repeal = before && (await repealBefore(tx, actor, before.id, repealFrom ?? today()));
    await tx.referenceTree.create({ data: { regionId, ...tree } });
    if (before) {
      await tx.referenceTree.update({
        where: { regionId_id: { regionId, id: before.id } },
        data: { repealedById: tree.id },
      });
    }
    const rows = rowsOf(tree.id, nodes);
    await tx.referenceNode.createMany({ data: rows.map(row => ({ regionId, ...row })) });
    await append(tx, actor, head, [
      madeEntry('referenceTree', tree, { action: 'import', mutationId }),
      ...rows.map(row => madeEntry('referenceNode', row, { action: 'import' })),
      ...(repeal ? [repeal(tree.id)] : []),
    ]);
    return { ok: true, message: `${read.name} sudah disimpan: ${countInWords(nodes)}.`, id: tree.id };
  });
}

/** Ends the tree that held until now; the entry names the one that comes in its place. */
async function repealBefore(
  tx: Transaction,
  { regionId }: Actor,
  id: string,
  repealedAt: Date,
): Promise<(repealedById: string) => Entry> {
  await tx.referenceTree.update({ where: { regionId_id: { regionId, id } }, data: { repealedAt } });
  return repealedById =>
    changedEntry('referenceTree', id, 'repeal', {
      before: { repealedAt: null, repealedById: null },
      after: { repealedAt, repealedById },
    });
}

function rowsOf(treeId: string, nodes: readonly DraftNode[]) {
  const keyOf = (at: number) => `${treeId}-${at + 1}`;
  return nodes.map(({ parent, kind, code, title, indicators }, at) => ({
    ...{ id: keyOf(at), treeId, parentId: parent === null ? null : keyOf(parent) },
    ...{ kind, code, title, position: at, indicators },
  }));
}

function readForm(form: ImportForm): Read | { problem: Problem } {
  const [name, number, subject] = [form.name.trim(), form.number.trim(), form.subject.trim()];
  const problem = (field: string, message: string) => ({ problem: { field, message } });
  const wrongName = nameProblem(name, 'name', 'nama RPJMD');
  if (wrongName) return { problem: wrongName };
  if (!Object.hasOwn(regulationKinds, form.kind)) return problem('kind', 'Pilih jenis peraturannya.');
  if (number === '') return problem('number', 'Isi nomor peraturannya.');
  const long =
    tooLong(number, 'number', 'nomor peraturan', 120) ?? tooLong(subject, 'subject', 'perihal', 500);
  if (long) return { problem: long };
  const [date, from] = [readDay(form.date, 'date'), readDay(form.repealFrom, 'repealFrom')];
  if ('problem' in date) return date;
  if ('problem' in from) return from;
  const [firstYear, lastYear] = [yearOf(form.firstYear), yearOf(form.lastYear)];
  if (firstYear === null) return problem('firstYear', 'Isi tahun pertama dengan empat angka.');
  if (lastYear === null) return problem('lastYear', 'Isi tahun terakhir dengan empat angka.');
  if (lastYear < firstYear || lastYear > firstYear + 20)
    return problem('lastYear', 'Tahun terakhir harus sesudah tahun pertama, paling jauh 20 tahun.');
  return {
    ...{ name, kind: form.kind, number, date: date.day, subject: subject || null },
    ...{ firstYear, lastYear, repealFrom: from.day },
  };
}

function yearOf(text: string): number | null {
  return /^(?:19|2\d)\d{2}$/.test(text.trim()) ? Number(text) : null;
}
