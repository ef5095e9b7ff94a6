import { checkWording } from '@/lib/plan/checks/wording';
import { kinds } from '@/lib/plan/kinds/all';
import type { ItemKind } from '@/lib/plan/kinds/kind';
import { filledFields } from './compare';
import type { Found } from './find-place';
import type { Ground } from './ground';
import type { NewRow } from './new-row';
import { type RowFields, withoutField } from './read-fields';
import { cellKey, type Finding } from './report';
import { answerFor } from './row-parts';
import type { Placed, TableRow } from './table';
import { short } from './values';
import { oneLine } from './wording';

export function checkTitle(title: Placed, kind: ItemKind, findings: Finding[]): void {
  const text = oneLine(title.text);
  const label = kinds[kind].label;
  if (/^#[A-Z/0]+[!?]?$/.test(text))
    findings.push({
      ...{ level: 'refusal', column: title.column },
      reason: `${label}: rumus di sel ini gagal (${text}).`,
      remedy: 'Tulis namanya, lalu periksa lagi.',
    });
  if (text.length > 250)
    findings.push({
      ...{ level: 'refusal', column: title.column },
      reason: `Nama ${label.toLowerCase()} paling banyak 250 huruf. Sekarang ${text.length}.`,
      remedy: 'Pendekkan namanya, atau pisahkan menjadi beberapa baris.',
    });
}

export function unequalFindings({ unequal, row, leaf, cells }: TableRow): Finding[] {
  if (!unequal || !leaf) return [];
  const name = kinds[leaf].label.toLowerCase();
  return unequal.columns.map(({ column, count }) => ({
    ...{ level: 'doubt', column },
    reason: `Sel ini berisi ${count} baris, sedangkan namanya ${unequal.count} ${name}.`,
    remedy: 'Samakan jumlah barisnya di sini atau di berkas, lalu periksa lagi.',
    ...(count === 1 && unequal.count > 1
      ? {
          choices: [
            {
              label: `Pakai nilai ini untuk ${unequal.count} ${name}`,
              cells: {
                [cellKey(row, column)]: Array(unequal.count)
                  .fill(oneLine(cells.get(column)?.text ?? ''))
                  .join('\n'),
              },
            },
          ],
        }
      : {}),
  }));
}

/** What a second row says of a goal or target that an earlier row begins must not be lost. */
export function checkRepeated(
  ground: Ground,
  read: RowFields,
  place: Found | null,
  kind: ItemKind,
  title: string,
  findings: Finding[],
): void {
  const [node] = ground.index.under(
    kind,
    (kind === 'goal' ? place?.dimensionId : place?.parentId) ?? null,
    title,
  );
  const planned = (node && ground.plannedFields.get(node.id)) ?? {};
  for (const [path, value] of Object.entries(filledFields(read.wanted))) {
    if (oneLine(String(value)) === oneLine(String(planned[path] ?? ''))) continue;
    findings.push({
      ...{ level: 'doubt', column: read.wanted.get(path)?.column ?? null },
      reason: `${kinds[kind].label} ini sudah dibaca di baris lain dengan ${ground.fieldOf(kind, path)?.label ?? path} lain.`,
      remedy: 'Tulis isinya pada satu baris saja.',
    });
  }
}

/** A target that names a group of people is, in many worksheets, who benefits. */
export function checkGroups(ground: Ground, wanted: NewRow, place: Found | null, findings: Finding[]): void {
  const begun = [
    ...(wanted.kind === 'target' ? [wanted.title] : []),
    ...(place?.above.target && !place.above.target.node ? [place.above.target.title] : []),
  ];
  for (const { text, row, column, isAnswered } of begun) {
    const found = checkWording({ kind: 'target', fields: { title: oneLine(text) } }, ground.view.plan).find(
      ({ key }) => key === 'people',
    );
    if (!found || isAnswered) continue;
    findings.push({
      ...{ level: 'doubt', column },
      reason: `“${short(oneLine(text))}” menyebut siapa, bukan keadaan yang dicapai.`,
      remedy: 'Tulis keadaannya, atau ubah arti kolom ini menjadi Penerima manfaat.',
      choices: [{ label: 'Tetap jadikan sasaran', cells: { [cellKey(row, column)]: text } }],
    });
  }
}

/** What a row of an indicator says of a target that is there must be what the target says. */
export function sharedWithTarget(
  ground: Ground,
  row: TableRow,
  { kind }: NewRow,
  { ofTarget }: RowFields,
  place: Found | null,
  findings: Finding[],
): void {
  if (kind !== 'indicator' || !place) return;
  const target = place.above.target ? place.above.target.node : ground.index.node(place.parentId ?? '');
  if (!target) {
    if (place.above.target) return;
    for (const { value, column } of ofTarget.values())
      if (value !== null) findings.push(withoutField(ground, row, column, kind));
    return;
  }
  const planned = ground.plannedFields.get(target.id);
  const stored = target.item?.fields ?? planned ?? {};
  for (const [path, { value, column }] of ofTarget) {
    if (value === null || oneLine(String(value)) === oneLine(String(stored[path] ?? ''))) continue;
    const field = ground.fieldOf('target', path);
    findings.push({
      ...{ level: 'doubt', column },
      reason: `${field?.label ?? path} adalah isian sasaran, dan sasaran ini sudah ada dengan isi lain.`,
      remedy: 'Ubah pada isian sasarannya, atau abaikan sel ini.',
      choices: [{ label: 'Abaikan sel ini', cells: answerFor(row, column, '') }],
    });
  }
}
