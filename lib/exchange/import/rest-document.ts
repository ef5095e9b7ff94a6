import type { Row, TableDocument, Value } from '@/lib/books/document';
import type { SheetCell } from '../sheet';
import { columnLetter, outcomeLabels, type ReportRow } from './report';

type Input = {
  fileName: string;
  labels: readonly string[];
  /** The rows of the sheet, as they stand in the file. */
  cells: readonly (readonly SheetCell[])[];
  /** The rows that were not applied, in the order of the sheet. */
  rows: readonly ReportRow[];
};

/** What could not be applied, as it stood in the file, each row with why and what to do; it can be put right and come back. */
export function restDocument({ fileName, labels, cells, rows }: Input): TableDocument {
  const told = new Map<number, ReportRow[]>();
  for (const row of rows) told.set(row.row, [...(told.get(row.row) ?? []), row]);
  const title = `Baris yang belum diterapkan dari ${fileName}`;
  return {
    ...{ name: 'sisa-impor', title, isDraft: false, facts: [], notes: [], footer: title },
    columns: [
      ...labels.map((label, index) => ({
        label: label || columnLetter(index),
        width: 18,
        align: 'start' as const,
      })),
      { label: 'Hasil', width: 12, align: 'start' },
      { label: 'Alasan', width: 50, align: 'start' },
      { label: 'Yang perlu dilakukan', width: 50, align: 'start' },
    ],
    rows: [...told].map(([row, parts]): Row => {
      const findings = parts.flatMap(part => part.findings).filter(({ level }) => level !== 'note');
      const clashes = parts.flatMap(part => part.clashes);
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
          ...labels.map((_, column) => cellValue(cells[row]?.[column])),
          outcomeLabels[parts[0]?.outcome ?? 'refused'],
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
