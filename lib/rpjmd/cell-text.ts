import { type ReferenceKind, referenceKinds } from '@/lib/plan/reference-label';

/** A text in one line. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The lines of a cell in which several are stacked. */
export const linesOf = (cell: string) => cell.split(/\r?\n/).map(oneLine).filter(Boolean);

const absent = /^(?:n\/?a|-+|–|—|tidak ada data|tad|belum ada(?: data)?|nihil)\.?$/i;

/** A figure as written; '' for the ways in which tables say that there is none. */
export const figureOf = (text: string) => (absent.test(text) ? '' : text);

const words = Object.values(referenceKinds).join('|');
const dotted = '\\d{1,2}(?:\\.\\d{1,3})+';
const single = '\\d{1,2}|[IVX]{1,5}|[A-Z]';
// A plain number is a code only with a sign behind it or its kind before it: "10 program unggulan" has none.
const shapes = [
  new RegExp(`^(?:${words})\\s+(${dotted}|${single})\\s*[.):–-]?\\s+(\\S.*)$`, 'i'),
  new RegExp(`^(${dotted})\\s*[.):–-]?\\s+(\\S.*)$`),
  new RegExp(`^(${single})\\s*[.)]\\s+(\\S.*)$`),
];

/** The number that a title begins with, and the rest: "2.1 Meningkatnya …", "Misi 3: …", "IV. …". */
export function splitCode(text: string): { code: string | null; title: string } {
  for (const shape of shapes) {
    const [, code, title] = shape.exec(text) ?? [];
    if (code && title) return { code, title };
  }
  const [, title] = new RegExp(`^(?:${words})\\s*:\\s*(\\S.*)$`, 'i').exec(text) ?? [];
  return { code: null, title: title ?? text };
}

/** Titles stacked in one cell, each with a number of its own; one title where they are not. */
export function stackedTitles(cell: string): string[] {
  const lines = linesOf(cell);
  const isStacked = lines.length > 1 && lines.every(line => splitCode(line).code !== null);
  return isStacked ? lines : [lines.join(' ')].filter(Boolean);
}

/** The word of a level, in a sentence. */
export const levelWord = (kind: ReferenceKind) => referenceKinds[kind].toLowerCase();
