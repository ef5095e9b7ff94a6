import type { ReferenceKind } from '@/lib/plan/reference-label';

/** What a column of a cascading table says; all but the levels belong to the level before them (DOMAIN 3.2). */
export type Column =
  | { says: 'level'; level: ReferenceKind }
  | { says: 'code'; level: ReferenceKind }
  | { says: Attribute; level: ReferenceKind; label: string };

export type Attribute = 'indicator' | 'outcome' | 'baseline' | 'target' | 'unit' | 'department';

/** Which columns there are, by their place, and in which row the data begins. */
export type Head = { columns: Map<number, Column>; first: number; unread: string[] };

const levels: [ReferenceKind, RegExp][] = [
  ['vision', /^visi\b/],
  ['mission', /^misi\b/],
  ['goal', /^tujuan\b/],
  ['target', /^sasaran\b/],
  ['programme', /^program\b/],
];
// The first that fits; "IK SASARAN" and "OPD PENANGGUNG JAWAB" are told by how they begin.
const attributes: [Attribute, RegExp][] = [
  ['indicator', /^(?:ik|iku|ikk|indikator)\b/],
  ['outcome', /^(?:outcome|hasil)\b/],
  ['baseline', /^(?:baseline|kondisi awal|data awal|nilai awal|capaian awal|kondisi kinerja awal)\b/],
  ['target', /^target\b|^(?:tahun )?\d{4}$|^kondisi akhir\b/],
  ['unit', /^satuan\b/],
  ['department', /^(?:opd|pd|perangkat daerah|skpd|penanggung jawab)\b/],
];
const code = /^(?:kode|no|nomor|nomer)\b/;

const plain = (cell: string) =>
  cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Named = { says: 'level'; level: ReferenceKind } | { says: 'code' } | { says: Attribute };

function named(cell: string): Named | null {
  const words = plain(cell);
  if (words === '') return null;
  if (code.test(words)) return { says: 'code' };
  const attribute = attributes.find(([, pattern]) => pattern.test(words));
  if (attribute) return { says: attribute[0] };
  const level = levels.find(([, pattern]) => pattern.test(words));
  // A sentence that begins with "Program" is data, not the head of a column.
  return level && words.split(' ').length <= 4 ? { says: 'level', level: level[0] } : null;
}

const mostAbove = 20;

/** Finds the head of a table among its first rows: one row, or two where the upper one spans several columns. */
export function headOf(rows: readonly (readonly string[])[]): Head | null {
  const at = rows.slice(0, mostAbove).findIndex(row => {
    const found = row.map(named).filter(name => name !== null);
    return (
      found.length >= 2 &&
      found.some(name => name.says === 'level' && (name.level === 'goal' || name.level === 'target'))
    );
  });
  if (at < 0) return null;
  const upper = rows[at] ?? [];
  const below = rows[at + 1] ?? [];
  const filled = below.filter(cell => plain(cell) !== '');
  const isSecond = filled.length > 0 && filled.every(cell => named(cell) !== null);
  const width = Math.max(upper.length, isSecond ? below.length : 0);
  const labels = Array.from({ length: width }, (_, column) => {
    const lower = isSecond ? (below[column] ?? '') : '';
    return lower.trim() !== '' ? lower : (upper[column] ?? '');
  });
  const start = at + (isSecond ? 2 : 1);
  return { ...columnsOf(labels), first: start + (isNumbering(rows[start] ?? []) ? 1 : 0) };
}

function columnsOf(labels: readonly string[]): Pick<Head, 'columns' | 'unread'> {
  const columns = new Map<number, Column>();
  const unread: string[] = [];
  let level: ReferenceKind | null = null;
  let codeAt: number | null = null;
  for (const [at, label] of labels.entries()) {
    const name = named(label);
    if (!name) {
      if (plain(label) !== '') unread.push(label.replace(/\s+/g, ' ').trim());
    } else if (name.says === 'code') codeAt = at;
    else if (name.says === 'level') {
      level = name.level;
      columns.set(at, { says: 'level', level });
      // A column of codes stands before the one that it numbers.
      if (codeAt === at - 1) columns.set(codeAt, { says: 'code', level });
    } else if (level) columns.set(at, { says: name.says, level, label: label.replace(/\s+/g, ' ').trim() });
  }
  return { columns, unread };
}

// Many tables number their columns under the head: (1) (2) (3).
function isNumbering(row: readonly string[]): boolean {
  const filled = row.map(plain).filter(cell => cell !== '');
  return filled.length >= 3 && filled.every(cell => /^\d{1,2}[a-z]?$/.test(cell));
}
