import { type ReferenceKind, referenceKinds } from '@/lib/plan/reference-label';
import { levelWord, oneLine, splitCode, stackedTitles } from './cell-text';
import { type Attribute, type Column, headOf } from './columns';
import { stackedIndicators } from './stacked-indicators';

/** A node as a table tells it; `parent` is a place in the list. */
export type DraftNode = {
  parent: number | null;
  kind: ReferenceKind;
  code: string | null;
  title: string;
  indicators: string[];
  /** Why somebody should look at it before it is taken. */
  doubts: string[];
};

export type DraftTree = {
  /** Parents first. */
  nodes: DraftNode[];
  /** Columns with a head that says nothing known. */
  unread: string[];
  /** Why it cannot be taken at all, or null. */
  problem: string | null;
};

export const mostNodes = 1500;
export const longestTitle = 1000;
const longestCode = 30;
const longTitle = 300;

const order = Object.keys(referenceKinds) as ReferenceKind[];
const rank = (kind: ReferenceKind) => order.indexOf(kind);

type Row = readonly string[];
type Standing = Partial<Record<ReferenceKind, number>>;
/** What was read before, so that a table of any length is read once through: titles below each node, and what was told of it. */
type Known = { titles: Map<string, number>; told: Set<string> };

/**
 * The tree that a cascading table holds: one column per level, an empty cell going on with what stands above it
 * (merged cells), indicators with their figures in the columns behind their level, several stacked in one cell.
 * Pure: reads the rows as they are and tells what is doubtful.
 */
export function treeFromRows(rows: readonly Row[]): DraftTree {
  const head = headOf(rows);
  if (!head) {
    const problem =
      'Nama kolom tidak ditemukan. Baris pertama harus menyebut kolomnya, misalnya MISI, TUJUAN, SASARAN.';
    return { nodes: [], unread: [], problem };
  }
  const { columns, first, unread } = head;
  const nodes: DraftNode[] = [];
  const standing: Standing = {};
  const known: Known = { titles: new Map(), told: new Set() };
  const levels = [...columns]
    .flatMap(([at, column]) => (column.says === 'level' ? [{ at, level: column.level }] : []))
    .sort((a, b) => rank(a.level) - rank(b.level));
  const deepest = levels.at(-1)?.level;
  for (const row of rows.slice(first)) {
    for (const { at, level } of levels) {
      const codeAt = [...columns].find(([, column]) => column.says === 'code' && column.level === level)?.[0];
      const code = codeAt === undefined ? '' : oneLine(row[codeAt] ?? '');
      const titles = titlesIn(row[at] ?? '', level === deepest);
      for (const title of titles)
        place(nodes, standing, known, { kind: level, text: title, codeCell: code }, levels);
    }
    for (const { level } of levels) takeIndicators(nodes, standing, known, level, row, columns);
  }
  doubtTheLonely(nodes, levels);
  return { nodes, unread, problem: problemOf(nodes) };
}

/** Several numbered titles in a cell are several nodes where nothing hangs below them. */
function titlesIn(cell: string, isLeaf: boolean): string[] {
  const titles = stackedTitles(cell);
  return isLeaf ? titles : [titles.join(' ')].filter(Boolean);
}

const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function place(
  nodes: DraftNode[],
  standing: Standing,
  { titles }: Known,
  { kind, text, codeCell }: { kind: ReferenceKind; text: string; codeCell: string },
  levels: readonly { level: ReferenceKind }[],
): void {
  const split = splitCode(text);
  const [code, title] = codeCell === '' ? [split.code, split.title] : [codeCell, split.title];
  const current = nodes[standing[kind] ?? -1];
  if (current && sameText(current.title, title)) return;
  const above = order.slice(0, rank(kind)).reverse();
  const parentKind = above.find(level => standing[level] !== undefined);
  const parent = parentKind === undefined ? null : (standing[parentKind] ?? null);
  const key = `${kind} ${parent} ${title.toLowerCase()}`;
  const known = titles.get(key);
  for (const below of order.slice(rank(kind) + 1)) delete standing[below];
  if (known !== undefined) {
    standing[kind] = known;
    const again = 'Disebut di dua tempat; digabung menjadi satu.';
    if (!nodes[known]?.doubts.includes(again)) nodes[known]?.doubts.push(again);
    return;
  }
  const doubts: string[] = [];
  const expected = above.find(level => levels.some(one => one.level === level));
  if (expected && standing[expected] === undefined) {
    const place = parentKind ? `di bawah ${levelWord(parentKind)}` : 'paling atas';
    doubts.push(`Tidak ada ${levelWord(expected)} di atasnya; diletakkan ${place}.`);
  }
  if (title.length > longTitle)
    doubts.push(`Panjangnya ${title.length} huruf. Mungkin beberapa sel tergabung.`);
  if (kind === 'vision' && nodes.some(node => node.kind === 'vision')) doubts.push('Visi lebih dari satu.');
  const made = nodes.push({ parent, kind, code, title, indicators: [], doubts }) - 1;
  standing[kind] = made;
  titles.set(key, made);
}

function takeIndicators(
  nodes: DraftNode[],
  standing: Standing,
  known: Known,
  level: ReferenceKind,
  row: Row,
  columns: ReadonlyMap<number, Column>,
): void {
  const cells = (says: Attribute) =>
    [...columns].flatMap(([at, column]) =>
      column.says === says && column.level === level ? [{ label: column.label, cell: row[at] ?? '' }] : [],
    );
  const first = (says: Attribute) => cells(says)[0]?.cell ?? '';
  const { lines, doubts } = stackedIndicators({
    ...{ names: first('indicator'), baseline: first('baseline'), targets: cells('target') },
    ...{ unit: first('unit'), department: first('department') },
  });
  const outcome = oneLine(first('outcome'));
  const told = [...(outcome === '' ? [] : [`Hasil: ${outcome}\t\t\t\t`]), ...lines];
  if (told.length === 0) return;
  const node = nodes[standing[level] ?? -1];
  if (!node) {
    // Figures of a level that has nobody yet belong to the last that was named above it.
    const above = order
      .slice(0, rank(level))
      .reverse()
      .find(kind => standing[kind] !== undefined);
    const at = above === undefined ? -1 : (standing[above] ?? -1);
    const host = nodes[at];
    if (!host) return;
    host.doubts.push(`Indikator ${levelWord(level)} tanpa ${levelWord(level)}; dicatat di sini.`);
    host.indicators.push(...freshOf(known, at, told));
    return;
  }
  node.indicators.push(...freshOf(known, standing[level] ?? -1, told));
  node.doubts.push(...doubts.filter(doubt => !node.doubts.includes(doubt)));
}

/** Lines that were not told of a node before. */
function freshOf({ told }: Known, at: number, lines: readonly string[]): string[] {
  return lines.filter(line => {
    const key = `${at} ${line}`;
    const isFresh = !told.has(key);
    told.add(key);
    return isFresh;
  });
}

/** A goal without targets, where the table has any, is told; it may be a slipped row. */
function doubtTheLonely(nodes: DraftNode[], levels: readonly { level: ReferenceKind }[]): void {
  if (!levels.some(({ level }) => level === 'target')) return;
  const parents = new Set(nodes.map(({ parent }) => parent));
  for (const [at, node] of nodes.entries()) {
    if (node.kind === 'goal' && !parents.has(at)) node.doubts.push('Tujuan ini tidak punya sasaran.');
  }
}

function problemOf(nodes: readonly DraftNode[]): string | null {
  if (!nodes.some(({ kind }) => kind === 'goal' || kind === 'target'))
    return 'Belum ada tujuan atau sasaran di tabel ini. Salin juga baris isinya.';
  if (nodes.length > mostNodes)
    return `Paling banyak ${mostNodes} bagian. Sekarang ${nodes.length}. Salin tanpa kolom program.`;
  const coded = nodes.find(({ code }) => code !== null && code.length > longestCode);
  if (coded)
    return `Kode “${coded.code?.slice(0, 40)}” lebih dari ${longestCode} huruf. Perbaiki kolom kodenya, lalu tempel lagi.`;
  const long = nodes.find(({ title }) => title.length > longestTitle);
  return long
    ? `“${long.title.slice(0, 60)}…” lebih dari ${longestTitle} huruf. Pisahkan selnya, lalu tempel lagi.`
    : null;
}

/** How many there are of each kind, in words: "1 visi, 4 misi, 6 tujuan". */
export function countInWords(nodes: readonly Pick<DraftNode, 'kind'>[]): string {
  return order
    .map(kind => ({ kind, count: nodes.filter(node => node.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${levelWord(kind)}`)
    .join(', ');
}
