import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import { emptyCell, textOf } from '@/lib/plan/kinds/kind';
import { awaitsReview, isEditable, statusLabels } from '@/lib/plan/workflow';
import { type Compared, compare } from './compare';
import type { Ground } from './ground';
import type { Meaning } from './meaning';
import { type RowFields, readFields, withoutField } from './read-fields';
import type { Finding } from './report';
import { type Decided, itemRow, outcomeOf } from './row-outcome';
import type { TableRow } from './table';
import { readPlain, short } from './values';
import { oneLine, saysNothing, squeezed, wordsOf } from './wording';

const newFileRemedy = 'Unduh rencana lagi, lalu ulangi perubahannya di berkas baru.';

/** A row that carries the id of an item, as our own files do: all its cells stand for the item as it was. */
export function decideKnown(ground: Ground, row: TableRow, id: string): Decided {
  const item = ground.index.byId(id);
  if (!item)
    return itemRow(row, null, oneLine(textAt(ground, row, 'title')), [
      {
        ...{ level: 'refusal', column: columnAt(ground, 'id') },
        reason: `Isian dengan ID ${short(id)} tidak ditemukan, diarsipkan, atau masih disusun OPD lain.`,
        remedy: 'Kosongkan ID bila baris ini isian baru, atau hapus barisnya.',
      },
    ]);
  const findings: Finding[] = [];
  const twice = ground.namedAt.get(item.id);
  if (twice !== undefined) {
    findings.push({
      ...{ level: 'refusal', column: columnAt(ground, 'id') },
      reason: `ID ini sudah dipakai di baris ${twice + 1}.`,
      remedy: 'Hapus salah satu barisnya, atau kosongkan ID-nya.',
    });
  }
  ground.namedAt.set(item.id, row.row);
  const version = versionOf(ground, row, item, findings);
  findings.push(...frameFindings(ground, row, item, version));
  const read = readFields(ground, row, item);
  ignoreInherited(ground, row, item, read.findings);
  for (const [path, { value, column }] of read.ofTarget) {
    if (path !== 'subdimensionId' && value !== null)
      read.findings.push(withoutField(ground, row, column, item.kind));
  }
  const title = titleOf(ground, row, findings);
  if (title !== undefined) read.wanted.set('title', { value: title, column: columnAt(ground, 'title') ?? 0 });
  emptyWhereBlank(ground, row, item, read.wanted);
  const compared = compare(ground, item, read.wanted, true);
  const isTouched = new Set(compared.changes.map(({ path }) => path));
  // Words for “no figure” say nothing new where there is none.
  const notes = read.findings.filter(
    ({ level, column }) => level !== 'note' || isTouched.has(pathAt(ground, column)),
  );
  return decideChange(ground, row, item, compared, [...findings, ...notes, ...compared.findings]);
}

const pathAt = (ground: Ground, column: number | null) =>
  column === null ? '' : (ground.meanings[column] ?? '').replace(/^field:/, '');

/** What a row makes of an item that is there: a change, a clash, nothing, or why it may not. */
export function decideChange(
  ground: Ground,
  row: TableRow,
  item: PlanItem,
  { fields, before, changes, clashes }: Compared,
  findings: Finding[],
): Decided {
  const isTouched = changes.length > 0 || clashes.length > 0;
  const barred = isTouched && !ground.rights.edit(item) ? [whyNot(ground, item)] : [];
  const all = [...findings, ...barred];
  const outcome = outcomeOf(all, clashes.length > 0 ? 'clash' : changes.length > 0 ? 'change' : 'same');
  const decided = itemRow(row, item.kind, textOf(item.fields, 'title'), all, outcome);
  Object.assign(decided.report, {
    ...{ itemId: item.id, department: ground.departmentCode(item.departmentId), changes, clashes },
  });
  if (outcome === 'change') {
    const { row: at, part } = row;
    decided.changes.push({ row: at, part, itemId: item.id, version: item.version, fields, before });
  }
  return decided;
}

function whyNot(ground: Ground, item: PlanItem): Finding {
  const refusal = (reason: string, remedy: string): Finding => ({
    ...{ level: 'refusal', column: null, reason, remedy },
  });
  if (!ground.rights.own(item)) {
    const code = ground.departmentCode(item.departmentId);
    return refusal(
      `Hanya OPD pengampu (${code}) yang dapat mengubah isian ini.`,
      'Kirim baris ini kepada OPD itu, atau tulis usulan sebagai komentar.',
    );
  }
  if (isEditable(item.status)) return refusal('Isian ini sedang terkunci.', 'Hubungi sekretariat.');
  const status = statusLabels[item.status].toLowerCase();
  return refusal(
    `Isian ini sudah ${status}, jadi belum dapat diubah.`,
    awaitsReview(item.status)
      ? 'Tarik isian ini dulu, lalu periksa lagi.'
      : 'Minta koordinator membukanya kembali, lalu periksa lagi.',
  );
}

const columnAt = (ground: Ground, meaning: Meaning): number | null => {
  const column = ground.meanings.indexOf(meaning);
  return column < 0 ? null : column;
};

function textAt(ground: Ground, row: TableRow, meaning: Meaning): string {
  const column = columnAt(ground, meaning);
  return column === null ? '' : (row.cells.get(column)?.text ?? '');
}

/** The version in the file, when it can be one of this item. */
function versionOf(ground: Ground, row: TableRow, item: PlanItem, findings: Finding[]): number {
  const column = columnAt(ground, 'version');
  const text = oneLine(textAt(ground, row, 'version'));
  const version = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (version >= 1 && version <= item.version) return version;
  findings.push({
    ...{ level: 'refusal', column },
    reason:
      version > item.version
        ? `Versi ${version} belum ada; versi terbaru isian ini ${item.version}.`
        : 'Versi baris ini kosong atau bukan angka, jadi perubahan orang lain tidak dapat dilihat.',
    remedy: newFileRemedy,
  });
  return item.version;
}

/** What is not changed by import must stand in the file as it stands in the plan. */
function frameFindings(ground: Ground, row: TableRow, item: PlanItem, version: number): Finding[] {
  const findings: Finding[] = [];
  const isOld = version < item.version;
  const held = (meaning: Meaning, isRight: (text: string) => boolean, reason: string, remedy: string) => {
    const column = columnAt(ground, meaning);
    const text = textAt(ground, row, meaning);
    if (column === null || saysNothing(text) || isRight(text)) return;
    findings.push({ level: 'refusal', column, reason, remedy });
  };
  const status = statusLabels[item.status];
  held(
    'status',
    text => isOld || wordsOf(text).startsWith(wordsOf(status)),
    'Status tidak diubah lewat impor.',
    `Tulis kembali ${status}. Status berubah lewat Ajukan, Setujui, atau Kembalikan.`,
  );
  held(
    'kind',
    text => squeezed(text) === squeezed(kinds[item.kind].label),
    `Baris ini ${kinds[item.kind].label.toLowerCase()}; jenisnya tidak dapat diubah.`,
    `Tulis kembali ${kinds[item.kind].label}.`,
  );
  held(
    'department',
    text => {
      const found = ground.findDepartment(text);
      return found.kind === 'one' && found.id === item.departmentId;
    },
    'OPD pengampu tidak diubah lewat impor.',
    `Tulis kembali ${ground.departmentCode(item.departmentId)}, atau hubungi sekretariat.`,
  );
  held(
    'dimension',
    text => (ground.findDimension(text)?.id ?? null) === item.dimensionId,
    'Dimensi isian yang sudah ada tidak diubah lewat impor.',
    'Tulis kembali dimensinya seperti di berkas unduhan.',
  );
  return findings;
}

function titleOf(ground: Ground, row: TableRow, findings: Finding[]): string | null | undefined {
  const column = columnAt(ground, 'title');
  if (column === null) return undefined;
  const given = row.cells.get(column);
  if (!given) return null;
  const field = ground.fieldOf('indicator', 'title');
  const answer = field && readPlain({ ...given, text: oneLine(given.text) }, field);
  if (answer?.kind === 'problem') {
    findings.push({ level: answer.level, column, reason: answer.reason, remedy: answer.remedy });
    return undefined;
  }
  return typeof answer?.value === 'string' ? answer.value : null;
}

// The files show the subdimension of what an indicator hangs under; it is no field of its own.
function ignoreInherited(ground: Ground, row: TableRow, item: PlanItem, findings: Finding[]): void {
  const column = columnAt(ground, 'field:subdimensionId');
  if (column === null || item.kind === 'target') return;
  let above: PlanItem | undefined = item;
  let inherited = '';
  while (above && inherited === '') {
    inherited = textOf(above.fields, 'subdimensionId');
    above = above.parentId ? ground.index.byId(above.parentId) : undefined;
  }
  const found = ground.findSubdimension(textAt(ground, row, 'field:subdimensionId'), item.dimensionId);
  const isSame = (found?.id ?? '') === inherited;
  const at = findings.findIndex(finding => finding.column === column);
  if (isSame && at >= 0) findings.splice(at, 1);
  else if (!isSame && at < 0 && item.kind === 'indicator') {
    findings.push({
      ...{ level: 'refusal', column },
      reason: 'Subdimensi ditulis pada sasaran, bukan pada indikator.',
      remedy: 'Kembalikan sel ini, lalu ubah subdimensi pada baris sasarannya.',
    });
  }
}

/** In a file of our own an empty cell under a head is a value that was taken out. */
function emptyWhereBlank(ground: Ground, row: TableRow, item: PlanItem, wanted: RowFields['wanted']): void {
  for (const [column, meaning] of ground.meanings.entries()) {
    const path = meaning.startsWith('field:') ? meaning.slice('field:'.length) : '';
    const field = path === '' || row.cells.has(column) ? undefined : ground.fieldOf(item.kind, path);
    if (!field || ground.meanings.indexOf(meaning) !== column) continue;
    wanted.set(path, { value: field.input === 'cell' ? emptyCell : null, column });
  }
}
