import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { openSpreadsheet } from '@/lib/exchange/open-spreadsheet';
import { headOf } from '../columns';
import { longestText, textOfRows } from '../table-text';

export type SheetText = { ok: true; text: string; message: string } | { ok: false; message: string };

/** The sheet of a file that holds a cascading table, as text to be looked at and taken like a pasted one. */
export async function readSheetText(actor: Actor, bytes: Uint8Array, fileName: string): Promise<SheetText> {
  const wrong = (message: string): SheetText => ({ ok: false, message });
  if (!can.keepReferences(actor)) return wrong('Hanya sekretariat yang dapat mengelola RPJMD.');
  const opened = await openSpreadsheet(bytes, fileName);
  if (!opened.ok) return wrong(opened.message);
  const sheets = opened.sheets.map(({ name, rows }) => ({
    ...{ name, rows: rows.map(row => row.map(({ text }) => text)) },
  }));
  const found = sheets.find(({ rows }) => headOf(rows) !== null);
  if (!found)
    return wrong('Tidak ada lembar dengan kolom TUJUAN dan SASARAN. Periksa nama kolomnya di berkas itu.');
  const text = textOfRows(found.rows);
  if (text.length > longestText)
    return wrong(
      'Tabel di berkas ini terlalu besar. Salin bagian misi, tujuan, dan sasaran saja, lalu tempel.',
    );
  return { ok: true, text, message: `Lembar “${found.name}” sudah dibaca. Periksa tabelnya.` };
}
