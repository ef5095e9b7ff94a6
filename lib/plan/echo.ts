import { normalise, type Reading, showDecimal } from './numbers';

const scales = [
  { name: 'ribu', power: 3 },
  { name: 'juta', power: 6 },
  { name: 'miliar', power: 9 },
  { name: 'triliun', power: 12 },
];

/** What was understood of a typed value, to be checked at a glance; '' when that says no more than the text itself. */
export function echoOf(typed: string, reading: Reading, unit: string): string {
  switch (reading.kind) {
    case 'number':
      return echoOfNumber(typed, reading.low, unit.trim());
    case 'range':
      return `Dibaca ${showDecimal(reading.low)} sampai ${showDecimal(reading.high)}`;
    case 'absent':
      return 'Dibaca tidak ada data. Tulis alasannya di bawah.';
    default:
      return '';
  }
}

function echoOfNumber(typed: string, low: string, unit: string): string {
  const shown = showDecimal(low);
  const money = scaleOfMoney(unit);
  const words = inWords(low, money?.power ?? 0);
  const saysMore = words !== null && words.scale !== money?.name;
  if (!saysMore && withoutUnit(typed, unit) === shown) return '';
  if (money === null) {
    return `Dibaca ${shown}${saysMore ? `, ${words.isExact ? 'yaitu' : 'sekitar'} ${words.text}` : ''}`;
  }
  const stated = `Dibaca Rp${shown}${money.name && ` ${money.name}`}`;
  return saysMore ? `${stated} (${words.isExact ? '' : 'sekitar '}Rp${words.text})` : stated;
}

/** What a unit of money counts in ("Rp", "Rp juta", "ribu Rp/orang"); null for other units and for what is not understood. */
function scaleOfMoney(unit: string): { name: string; power: number } | null {
  const match = /^(?:(\w+) )?rp\.?\s*\(?(\w*)\)?\s*(?:$|\/|per\b)/i.exec(
    unit.replace(/\bper\b/i, '/').replace(/milyar/i, 'miliar'),
  );
  if (!match) return null;
  const name = (match[1] || match[2] || '').toLowerCase();
  return name === '' ? { name, power: 0 } : (scales.find(scale => scale.name === name) ?? null);
}

/** An amount of a million and more in words, to two decimals; null for less. */
function inWords(decimal: string, power: number): { text: string; scale: string; isExact: boolean } | null {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const hundredfold = BigInt(whole + fraction) * 10n ** BigInt(power + 2);
  if (hundredfold < 10n ** BigInt(8 + fraction.length)) return null;
  for (const scale of scales.slice(1)) {
    const one = 10n ** BigInt(scale.power + fraction.length);
    const rounded = (2n * hundredfold + one) / (2n * one);
    // What would need thousands is left to the next scale: 999.999.999 is about 1 miliar.
    if (rounded >= 100_000n && scale !== scales.at(-1)) continue;
    const digits = rounded.toString().padStart(3, '0');
    const minus = decimal.startsWith('-') ? '-' : '';
    const text = showDecimal(normalise(`${minus}${digits.slice(0, -2)}.${digits.slice(-2)}`));
    return { text: `${text} ${scale.name}`, scale: scale.name, isExact: hundredfold % one === 0n };
  }
  return null;
}

function withoutUnit(typed: string, unit: string): string {
  const text = typed.trim();
  const bare = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length) : text;
  return bare
    .replace(/^rp\.?\s*/i, '')
    .replace(/\s*%$/, '')
    .trim();
}

const advice: readonly [pattern: RegExp, sentence: string][] = [
  [/^#+$/, 'Kolom di Excel terlalu sempit. Lebarkan kolomnya, lalu salin lagi.'],
  [
    /^(?:#[\w/]+[!?]|err:\d+)$/i,
    'Rumus di Excel belum menghasilkan angka. Perbaiki di Excel, lalu salin lagi.',
  ],
  [
    /^(?:nihil|kosong|(?:tidak|belum) ada|rp\.?\s*[-–—]+)$/i,
    'Tulis 0 bila jumlahnya nol, atau “tidak ada data” bila datanya tidak ada.',
  ],
  [/^\(.*\)$/, 'Untuk angka negatif, tulis tanda minus, misalnya -5.'],
  [/\d\s*%?\s*\(.*\)$/, 'Tulis angkanya saja. Bila perlu predikatnya, pilih bentuk nilai Predikat.'],
  [/[¼½¾]|\d\/\d/, 'Tulis pecahan dengan koma, misalnya 0,5.'],
  [/\de[+-]?\d+$/i, 'Angka ini disingkat Excel. Tulis semua angkanya, misalnya 100000.'],
  [
    /[<>≤≥±~≈]|^(?:minimal|maksimal|sekitar|kurang|lebih)\b/i,
    'Tulis angkanya saja, tanpa tanda seperti ≥ atau ±.',
  ],
  [/^(?:s[./]?d\.?|sampai|hingga)\s|[\d%]\s*[-–—]$/i, 'Tulis kedua batas rentang, misalnya 9,7–10,3.'],
  [/\d\s*[*†‡¹²³]+\)?$/, 'Tulis angkanya saja, tanpa tanda catatan seperti *.'],
  [
    /\d\s*(?:ribu|rb|juta|jt|mil[iy]ar|triliun)\b/i,
    'Tulis angkanya saja dalam satuan indikator ini, tanpa kata seperti juta.',
  ],
  [
    /^(?=.*\d[.,]\d{3}\b).*[\d%]\s*(?:[-–—−]|s[./]?d\b|sampai|hingga)/is,
    'Tulis rentang tanpa tanda ribuan, misalnya 1200–1300.',
  ],
  [/\d\s*[a-z]/i, 'Tulis angkanya saja, tanpa satuan atau kata lain.'],
  [/\d\s*[\t\r\n]\s*\d/, 'Tulis satu nilai saja.'],
  [/\d{19}|[.,]\d{9}/, 'Tulis paling banyak 18 angka di depan koma dan 8 angka di belakangnya.'],
];

/** How to write a text that is unreadable as a number; '' when nothing more can be said than "write a number". */
export function adviceOf(typed: string): string {
  const text = typed.trim().slice(0, 200);
  return advice.find(([pattern]) => pattern.test(text))?.[1] ?? '';
}
