import type { Years } from '@/lib/plan/kinds/kind';
import type { Sheet } from '../sheet';
import { placeless, synonyms } from './column-words';
import { ignored, importableFields, type Meaning, unknown } from './meaning';
import { oneLine, squeezed, wordsOf } from './wording';

/** Where the heads of a table stand: the first of their rows, and how many there are. */
export type Head = { row: number; rows: number };

export type Column = {
  /** What stands above the column, the upper head first. */
  label: string;
  meaning: Meaning;
  /** Why it is left aside. */
  reason?: string;
};

const farthestHead = 40;
const mostHeadRows = 3;
/** Any row may be tried as a head, and every head is looked up by its words. */
const longestHead = 500;

/** The row or rows that name the most columns, within the first of a sheet; null when none names two. */
export function findHead(sheet: Sheet, years: Years): Head | null {
  let best = { head: { row: 0, rows: 0 }, score: 0 };
  for (let row = 0; row < Math.min(sheet.rows.length, farthestHead); row += 1) {
    for (let rows = 1; rows <= mostHeadRows && row + rows <= sheet.rows.length; rows += 1) {
      // An empty row parts a title from the heads, and belongs to neither.
      if (!sheet.rows[row + rows - 1]?.some(({ text }) => text !== '')) break;
      const score = scoreOf(sheet, { row, rows }, years);
      // One row more must name a column more, so that data never counts as a head.
      // Of heads that say as much, the lowest: a title above them says nothing more.
      const isBetter = score > best.score || (score === best.score && rows < best.head.rows);
      if (score >= 2 && isBetter) best = { head: { row, rows }, score };
    }
  }
  return best.score > 0 ? best.head : null;
}

function scoreOf(sheet: Sheet, head: Head, years: Years): number {
  const known = recogniseColumns(headLabels(sheet, head), years);
  const meanings = new Set(
    known.filter(({ meaning }) => meaning !== ignored && meaning !== unknown).map(({ meaning }) => meaning),
  );
  const aside = known.filter(({ reason, meaning }) => meaning === ignored && reason).length;
  // A long text is data, however well it begins.
  const long = (sheet.rows[head.row + head.rows - 1] ?? []).filter(({ text }) => text.length > 80).length;
  return meanings.size + aside / 10 - long;
}

/** What stands above each column, merged heads repeated over all that they span. */
export function headLabels(sheet: Sheet, { row, rows }: Head): string[] {
  const spread = spreadHeads(sheet, row, rows);
  const width = Math.max(0, ...spread.map(line => line.length));
  return Array.from({ length: width }, (_, column) => {
    const parts = spread.map(line => line[column] ?? '').filter(text => text !== '');
    return parts.filter((part, index) => part !== parts[index - 1]).join(' ');
  });
}

function spreadHeads(sheet: Sheet, row: number, rows: number): string[][] {
  const lines = Array.from({ length: rows }, (_, index) =>
    (sheet.rows[row + index] ?? []).map(({ text }) => oneLine(text.slice(0, longestHead))),
  );
  for (const { top, left, bottom, right } of sheet.merges) {
    if (top < row || bottom >= row + rows) continue;
    const text = lines[top - row]?.[left] ?? '';
    for (let y = top; y <= bottom; y += 1) {
      const line = lines[y - row];
      for (let x = left; line && x <= Math.min(right, left + 200); x += 1) line[x] = text;
    }
  }
  return lines.map(line => Array.from(line, text => text ?? ''));
}

/** What each head means, as far as its words tell. A second column of the same meaning is left to be chosen. */
export function recogniseColumns(labels: readonly string[], years: Years): Column[] {
  const isOwn = isOwnTable(labels);
  const seen = new Set<Meaning>();
  return labels.map(label => {
    const column = { label, ...recognise(label, years, isOwn) };
    if (column.meaning === ignored || column.meaning === unknown) return column;
    if (seen.has(column.meaning))
      return { label, meaning: unknown, reason: 'Kolom lain sudah berarti sama. Pilih salah satu.' };
    seen.add(column.meaning);
    return column;
  });
}

// In our own files `Jenis` says goal, target or indicator; elsewhere it is the form of an indicator's figures.
const isOwnTable = (labels: readonly string[]) => labels.map(wordsOf).includes('uraian');

const yearIn = /(?<!\d)((?:19|20|21)\d\d)(?!\d)/;
const ofBaseline = /\b(?:baseline|base line|awal|eksisting|capaian|realisasi|data dasar)\b/;

function recognise(label: string, years: Years, isOwn: boolean): Omit<Column, 'label'> {
  const words = wordsOf(label).replace(/ %$/, '');
  if (words === '') return { meaning: ignored };
  if (isOwn && words === 'jenis') return { meaning: 'kind' };
  const exact = byWords(years).get(squeezed(words));
  if (exact) return { meaning: exact };
  const aside = Object.hasOwn(placeless, words) ? placeless[words] : undefined;
  if (aside) return { meaning: ignored, reason: aside };
  const year = Number(yearIn.exec(words)?.[1] ?? 0);
  if (year > 0) return ofYear(words, year, years);
  // A head over two rows that says the same twice, or names its group first.
  const last = byWords(years).get(squeezed(words.split(' ').slice(-2).join(' ')));
  const first = byWords(years).get(squeezed(words.split(' ').slice(0, 2).join(' ')));
  const close = last ?? first;
  return close && words.split(' ').length <= 6 ? { meaning: close } : { meaning: unknown };
}

function ofYear(words: string, year: number, { baselineYear, years }: Years): Omit<Column, 'label'> {
  if (ofBaseline.test(words) && !/\btarget\b/.test(words)) {
    if (/\b(?:capaian|realisasi)\b/.test(words) && year !== baselineYear)
      return { meaning: ignored, reason: `Capaian ${year} bukan kondisi awal rencana ini.` };
    return { meaning: 'field:baseline' };
  }
  if (years.includes(year)) return { meaning: `field:milestones.${year}` };
  return { meaning: ignored, reason: `Tahun ${year} bukan tahun target rencana ini.` };
}

/** The year that the head of a baseline names, e.g. “BASELINE” over a year; null when it names none. */
export function yearOfHead(label: string): number | null {
  const year = yearIn.exec(label)?.[1];
  return year === undefined ? null : Number(year);
}

const known = new WeakMap<Years, Map<string, Meaning>>();

function byWords(years: Years): Map<string, Meaning> {
  const made = known.get(years);
  if (made) return made;
  const map = new Map<string, Meaning>();
  for (const { path, label } of importableFields(years)) map.set(squeezed(label), `field:${path}`);
  for (const [meaning, names] of Object.entries(synonyms)) {
    for (const name of names) map.set(squeezed(name), meaning);
  }
  known.set(years, map);
  return map;
}

/** What tells one form of table from another: its heads in their order. */
export function signatureOf(labels: readonly string[]): string {
  return labels.map(squeezed).join('|').replace(/\|+$/, '').slice(0, 2000);
}
