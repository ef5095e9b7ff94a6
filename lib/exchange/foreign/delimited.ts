import type { Sheet, SheetCell } from '../sheet';
import { emptyCell, textCell } from './cell-text';
import { limits } from './limits';
import { refusals } from './refusal';

/** A text file with a table: CSV or TSV in UTF-8, UTF-16 or Windows-1252, split at `;`, `,` or tabs. */
export function delimitedSheet(bytes: Uint8Array, name: string): { sheet: Sheet; notes: string[] } {
  const { text, isGuessed } = decoded(bytes);
  const { body, delimiter } = delimiterOf(text);
  const rows = split(body, delimiter, name);
  const notes = isGuessed
    ? ['Berkas ini bukan UTF-8. Huruf khusus dibaca sebagai Windows-1252; periksa nama dan satuannya.']
    : [];
  return { sheet: { name, isHidden: false, rows, merges: [] }, notes };
}

function decoded(bytes: Uint8Array): { text: string; isGuessed: boolean } {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return wide(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return wide(bytes.subarray(2), 'utf-16be');
  const zeros = bytes.subarray(0, 400).reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  if (zeros > 0) return wide(bytes, bytes[0] === 0 ? 'utf-16be' : 'utf-16le');
  try {
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(bytes), false);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return readable(windowsText(bytes), true);
  }
}

// Written out, since Node 20 takes Windows-1252 for Latin-1, where these are no letters.
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windowsText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\x80-\x9f]/g, sign => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

function wide(bytes: Uint8Array, encoding: string) {
  return readable(new TextDecoder(encoding).decode(bytes), false);
}

// Signs that no spreadsheet writes into a text tell of a picture or a program with a changed name.
function readable(text: string, isGuessed: boolean): { text: string; isGuessed: boolean } {
  let odd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0 || code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd += 1;
  }
  if (odd > text.length / 1_000) throw refusals.noLines();
  return { text: odd === 0 ? text : text.replace(oddSigns, ''), isGuessed };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddSigns = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

/** Excel's own first line `sep=;`, else whichever sign outside of quotes parts the first lines most evenly. */
function delimiterOf(text: string): { body: string; delimiter: string } {
  const [line = '', sign] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  if (sign !== undefined) return { body: text.slice(line.length), delimiter: sign };
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter(one => one !== '')
    .slice(0, 30);
  const scores = ['\t', ';', ','].map(one => {
    const counts = lines.map(each => each.split(one).length - 1);
    const common = counts.filter(count => count > 0 && count === counts[0]).length;
    return { one, score: common * 1_000 + counts.reduce((sum, count) => sum + count, 0) };
  });
  const best = scores.reduce((top, next) => (next.score > top.score ? next : top));
  return { body: text, delimiter: best.score === 0 ? ';' : best.one };
}

function split(text: string, delimiter: string, name: string): SheetCell[][] {
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  let [at, line, filled, cells] = [0, 1, 0, 0];
  const endRow = () => {
    while (row.at(-1)?.kind === 'empty') row.pop();
    if (row.length > limits.columns) throw refusals.tooManyColumns(name, row.length);
    if (row.length > 0) filled += 1;
    if (filled > limits.rows) throw refusals.tooManyRows(name, rowsIn(text));
    if (rows.length >= limits.lastRow) throw refusals.tooFarDown(name, rows.length);
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at, delimiter, line) : bare(text, at, delimiter);
    const cell = textCell(value, true);
    if (value.length > limits.letters) throw refusals.tooLong(value.length);
    if (cell.kind !== 'empty') cells += 1;
    if (cells > limits.cells) throw refusals.tooManyCells(cells);
    row.push(cell.kind === 'empty' ? emptyCell : cell);
    for (let look = at; look < end; look += 1) if (text[look] === '\n') line += 1;
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) row.push(emptyCell);
      continue;
    }
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  endRow();
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}

const rowsIn = (text: string) => text.split(/\r\n|\r|\n/).filter(line => /[^;,\t\s"]/.test(line)).length;

function bare(text: string, at: number, delimiter: string): { value: string; end: number } {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(at, end), end };
}

/** A value in quotes; what stands behind the closing one belongs to it, as spreadsheets read it. */
function quoted(text: string, at: number, delimiter: string, line: number): { value: string; end: number } {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) throw refusals.openQuote(line);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const rest = bare(text, end + 1, delimiter);
  const inner = text
    .slice(at + 1, end)
    .replaceAll('""', '"')
    .replace(/\r\n?/g, '\n');
  return { value: inner + rest.value, end: rest.end };
}
