import 'server-only';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import type { OpenedFile, SheetCell } from './sheet';

/** Opens a spreadsheet. */
export async function openSpreadsheet(bytes: Uint8Array, fileName: string): Promise<OpenedFile> {
  try {
    if (/\.csv$/i.test(fileName)) {
      const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '');
      const rows = parseCsv(text, { delimiter: text.includes(';') ? ';' : ',' });
      const sheet = { name: fileName, isHidden: false, merges: [], rows: rows.map(row => row.map(cellOf)) };
      return { ok: true, format: 'csv', sheets: [sheet], notes: [] };
    }
    const book = await readXlsx(bytes);
    const sheets = book.sheets.map(({ name, rows, merges = [] }) => ({
      ...{ name, isHidden: false, rows: rows.map(row => row.map(cellOf)) },
      merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
        ...{ top: startRow, left: startCol, bottom: endRow, right: endCol },
      })),
    }));
    return { ok: true, format: 'xlsx', sheets, notes: [] };
  } catch {
    return {
      ok: false,
      message: 'Berkas ini tidak dapat dibaca. Simpan lagi sebagai xlsx, lalu unggah lagi.',
    };
  }
}

function cellOf(value: unknown): SheetCell {
  if (value === null || value === undefined || value === '') return { text: '', kind: 'empty' };
  if (typeof value === 'number') return { text: String(value), kind: 'number' };
  return { text: String(value), kind: 'text' };
}
