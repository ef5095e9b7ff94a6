import { writeCsv } from 'hucre/csv';
import type { TableDocument, Value } from '@/lib/books/document';
import { plainDocument } from '@/lib/books/plain-document';
import { inert } from '@/lib/plan/block';
import { sheetValues } from './workbook-rows';

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte order mark, semicolons) that an Indonesian Excel opens by itself:
 * heads and rows only, decimal comma, no thousands. Text that a spreadsheet would take for a formula begins with '.
 */
export function tableCsv(document: TableDocument): Uint8Array {
  const { columns, rows } = plainDocument(document);
  const lines = [
    columns.map(({ label }) => inert(label)),
    ...rows.map(row => columns.map((_, index) => written(sheetValues(row)[index] ?? null))),
  ];
  return new TextEncoder().encode(writeCsv(lines, { delimiter: ';', bom: true }));
}

function written(value: Value): string {
  if (value === null) return '';
  return typeof value === 'string' ? inert(value) : value.amount.toFixed(value.digits).replace('.', ',');
}
