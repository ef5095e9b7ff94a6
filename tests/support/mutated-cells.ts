import type { SheetCell } from '@/lib/exchange/sheet';
import { awkwardValues } from './awkward-values';

/** A source of numbers from 0 up to 1 that says the same again for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const words = [
  'Tujuan',
  'Sasaran',
  'Indikator',
  'Satuan',
  'OPD',
  'Target 2026',
  '2025',
  'Kondisi awal',
  'Persen',
  'DINKES',
];
const seeds = [
  ...awkwardValues.map(([text]) => text),
  ...words,
  ...[
    '',
    ' ',
    '-',
    '–',
    '—',
    'NA',
    '#N/A',
    '#VALUE!',
    '0.65',
    '65%',
    '10-Mar',
    '1E+05',
    '1.234.567,89',
    'Rp25.000,-',
  ],
  ...['=1+1', '"', ';', '\n', '\r\n', '\ufeff', '\u200b', '\u202e', '😀', 'İ', 'ß', '\0', '٣', '１２'],
];

/** A text that somebody may have left in a cell: a known one, or one that was bitten, doubled or mixed. */
export function mutatedText(roll: () => number): string {
  const pick = () => seeds[Math.floor(roll() * seeds.length)] ?? '';
  let text = pick();
  for (let turns = Math.floor(roll() * 4); turns > 0; turns -= 1) {
    const at = Math.floor(roll() * (text.length + 1));
    const kind = Math.floor(roll() * 5);
    if (kind === 0) text = text.slice(0, at) + pick() + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + text.slice(at + 1);
    else if (kind === 2) text += text.slice(at);
    else if (kind === 3)
      text = text.slice(0, at) + String.fromCharCode(Math.floor(roll() * 0xd7ff)) + text.slice(at);
    else text = text.toUpperCase();
  }
  return text.slice(0, 300);
}

const kinds: SheetCell['kind'][] = ['text', 'number', 'date', 'boolean', 'error'];

/** A cell as any reader might give it, its kind not always fitting its text. */
export function mutatedCell(roll: () => number): SheetCell {
  const text = mutatedText(roll);
  if (text.trim() === '') return { text: '', kind: 'empty' };
  return { text, kind: roll() < 0.7 ? 'text' : (kinds[Math.floor(roll() * kinds.length)] ?? 'text') };
}

/** A sheet's rows of such cells, ragged like those of a foreign file. */
export function mutatedRows(roll: () => number, cells: number): SheetCell[][] {
  const rows: SheetCell[][] = [];
  for (let left = cells; left > 0; ) {
    const width = Math.min(left, Math.floor(roll() * 25));
    rows.push(Array.from({ length: width }, () => mutatedCell(roll)));
    left -= Math.max(width, 1);
  }
  return rows;
}
