import type { Row, TableDocument, Value } from '@/lib/books/document';
import type { SheetCell } from '../sheet';
import { carriedLabel } from './carried';
import { cellKey, columnLetter, outcomeLabels, type ReportRow } from './report';

type Input = {
  fileName: string;
  labels: readonly string[];
  /** The rows of the sheet, as they stand in the file. */
  cells: readonly (readonly SheetCell[])[];
  /** What was typed in the place of cells. */
  answers: Readonly<Record<string, string>>;
  /** All rows, in the order of the sheet. */
  rows: readonly ReportRow[];
  /** Each row is one item, below the goal and target that it hangs under. */
  isOfItems: boolean;
};

const isLeft = ({ outcome }: ReportRow) => ['clash', 'doubtful', 'refused'].includes(outcome);

/** The rows that were not applied; a new one of one item a row with the goal and target above it. */
function rowsLeft(rows: readonly ReportRow[], isOfItems: boolean): ReportRow[] {
  const wanted = new Set(rows.filter(isLeft));
  let above: ReportRow[] = [];
  for (const row of isOfItems ? rows : []) {
    if (wanted.has(row) && row.itemId === null) for (const one of above) wanted.add(one);
    if (row.kind === 'goal') above = [row];
    if (row.kind === 'target') above = [...above.filter(({ kind }) => kind === 'goal'), row];
  }
  return rows.filter(row => wanted.has(row));
}

/**
 * What could not be applied, as it stood in the file or was typed since, each row with why and what to do. It can be
 * put right and come back: what held for a row from above or beside stands in it.
 */
export function restDocument({ fileName, labels, cells, answers, rows, isOfItems }: Input): TableDocument {
  const left = rowsLeft(rows, isOfItems);
  const homeless = new Set(
    left.flatMap(({ carried }) => carried.flatMap(({ column, meaning }) => (column === null ? meaning : []))),
  );
  const told = new Map<number, ReportRow[]>();
  for (const row of left) told.set(row.row, [...(told.get(row.row) ?? []), row]);
  const title = `Baris yang belum diterapkan dari ${fileName}`;
  return {
    ...{ name: 'sisa-impor', title, isDraft: false, facts: [], notes: [], footer: title },
    columns: [
      ...labels.map((label, index) => ({
        label: label || columnLetter(index),
        width: 18,
        align: 'start' as const,
      })),
      ...[...homeless].map(meaning => ({
        ...{ label: carriedLabel(meaning), width: 18, align: 'start' as const },
      })),
      { label: 'Hasil', width: 12, align: 'start' },
      { label: 'Alasan', width: 50, align: 'start' },
      { label: 'Yang perlu dilakukan', width: 50, align: 'start' },
    ],
    rows: [...told].map(([row, parts]): Row => {
      const findings = parts.flatMap(part => part.findings).filter(({ level }) => level !== 'note');
      const clashes = parts.flatMap(part => part.clashes);
      const carried = parts[0]?.carried ?? [];
      const at = (column: number | null) => (column === null ? '' : `Kolom ${columnLetter(column)}: `);
      const reasons = [
        ...findings.map(({ column, reason }) => `${at(column)}${reason}`),
        ...clashes.map(({ label, by, theirs }) => `${label} diubah ${by} menjadi ${theirs || 'kosong'}.`),
      ];
      const remedies = [
        ...findings.map(({ remedy }) => remedy),
        ...(clashes.length > 0 ? ['Pilih nilai yang dipakai di halaman impor.'] : []),
      ];
      return {
        kind: 'record',
        cells: [
          ...labels.map((_, column) => {
            const held = carried.find(one => one.column === column)?.text;
            return answers[cellKey(row, column)] ?? held ?? cellValue(cells[row]?.[column]);
          }),
          ...[...homeless].map(meaning => carried.find(one => one.meaning === meaning)?.text ?? null),
          outcomeLabels[(parts.find(isLeft) ?? parts[0])?.outcome ?? 'refused'],
          unique(reasons),
          unique(remedies),
        ],
      };
    }),
  };
}

const unique = (sentences: readonly string[]) => [...new Set(sentences)].filter(Boolean).join(' ');

function cellValue(cell: SheetCell | undefined): Value {
  if (!cell || cell.text === '') return null;
  // A point may group thousands; as a text it is read as it was the first time.
  const [, digits = ''] = /^-?\d{1,15}(?:,(\d{1,8}))?$/.exec(cell.text) ?? [];
  const isNumber = cell.kind === 'number' && /^-?\d{1,15}(?:,\d{1,8})?$/.test(cell.text);
  if (!isNumber || cell.text.replace(/\D/g, '').length > 15) return cell.text;
  return { amount: Number(cell.text.replace(',', '.')), digits: digits.length, shown: cell.text };
}
