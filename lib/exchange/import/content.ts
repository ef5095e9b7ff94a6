import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Merge, Sheet, SheetCell } from '../sheet';

/** What is kept of an opened file. */
export type Content = { sheets: Sheet[]; notes: string[] };

type Packed = {
  sheets: { name: string; isHidden: boolean; merges: Merge[]; rows: (string | SheetCell | 0)[][] }[];
  notes: string[];
};

/** Sheets as gzipped JSON: most cells are text or nothing, and take no more than that. */
export async function packed({ sheets, notes }: Content): Promise<Uint8Array<ArrayBuffer>> {
  const plain: Packed = {
    notes,
    sheets: sheets.map(sheet => ({ ...sheet, rows: sheet.rows.map(row => row.map(packCell)) })),
  };
  return new Uint8Array(await promisify(gzip)(JSON.stringify(plain)));
}

/** The sheets again. */
export async function unpacked(bytes: Uint8Array): Promise<Content> {
  const { sheets, notes } = JSON.parse(String(await promisify(gunzip)(bytes))) as Packed;
  return {
    notes,
    sheets: sheets.map(sheet => ({ ...sheet, rows: sheet.rows.map(row => row.map(unpackCell)) })),
  };
}

function packCell(cell: SheetCell): string | SheetCell | 0 {
  if (cell.kind === 'empty' && cell.text === '') return 0;
  return cell.kind === 'text' && !cell.isFormula && !cell.note ? cell.text : cell;
}

const nothing: SheetCell = { text: '', kind: 'empty' };

function unpackCell(cell: string | SheetCell | 0): SheetCell {
  if (cell === 0) return nothing;
  return typeof cell === 'string' ? { text: cell, kind: 'text' } : cell;
}
