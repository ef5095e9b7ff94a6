import type { OpenedFile } from '../sheet';
import { delimitedSheet } from './delimited';
import { documentSheets } from './document-cells';
import { limits } from './limits';
import { Refusal, refusals } from './refusal';
import { workbookSheets } from './workbook-cells';
import { openZip, type ZipParts } from './zip-parts';

type Opened = Extract<OpenedFile, { ok: true }>;

/** Opens a foreign file by what is in it, not by its name. To be called in a process that may die of it. */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<OpenedFile> {
  try {
    const opened = await opening(bytes, fileName);
    if (opened.sheets.every(({ rows }) => rows.length === 0)) throw refusals.noTable();
    return opened;
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

async function opening(bytes: Uint8Array, fileName: string): Promise<Opened> {
  if (bytes.length === 0) throw refusals.empty();
  if (bytes.length > limits.fileBytes) throw refusals.tooLarge(bytes.length);
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (head.startsWith('PK')) return zipped(openZip(bytes));
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw isLocked(bytes) ? refusals.locked() : refusals.oldExcel();
  const other = kinds.find(([begins]) => begins.test(head));
  if (other) throw refusals.otherKind(other[1]);
  if (/\.(?:xlsx|xlsm|xls|ods|zip)$/i.test(fileName)) throw refusals.damaged();
  if (!/\.(?:csv|tsv|txt|tab)$/i.test(fileName)) throw refusals.otherName();
  const { sheet, notes } = delimitedSheet(bytes, fileName.replace(/\.\w+$/, ''));
  return { ok: true, format: 'csv', sheets: [sheet], notes };
}

async function zipped(zip: ZipParts): Promise<Opened> {
  const has = (pattern: RegExp) => zip.names().some(name => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) throw refusals.binaryExcel();
  if (has(/^word\//i)) throw refusals.otherKind('dokumen Word');
  if (has(/^ppt\//i)) throw refusals.otherKind('presentasi');
  if (zip.has('[Content_Types].xml')) return { ok: true, format: 'xlsx', ...(await workbookSheets(zip)) };
  if (!zip.has('content.xml') || !zip.has('mimetype')) throw refusals.otherKind('arsip zip');
  const type = Buffer.from(zip.read('mimetype')).toString('latin1').trim();
  if (!type.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    throw refusals.otherKind('dokumen lain');
  return { ok: true, format: 'ods', ...documentSheets(zip) };
}

// A workbook with a password is an old container around an encrypted new one.
const isLocked = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );

const kinds: readonly (readonly [begins: RegExp, what: string])[] = [
  [/^%PDF/, 'dokumen PDF'],
  [/^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF|BM.{4}\0\0\0\0)/s, 'gambar'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|table|meta)/i, 'halaman web'],
  [/^(?:\xef\xbb\xbf)?\s*<\?xml/i, 'berkas XML'],
  [/^\{\\rtf/, 'dokumen RTF'],
  [/^(?:Rar!|7z\xbc\xaf)/, 'arsip lain'],
  [/^(?:MZ.*\0|.ELF.*\0)/s, 'program'],
];
