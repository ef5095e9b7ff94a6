import { textOf } from '../kinds/kind';
import type { CheckedItem, Finding } from './check';

/** What stands beside an indicator in the plan, as far as its owner may read it. */
export type Beside = {
  /** What looks like it: its name and department, or (a colleague's draft) only whose it is. */
  alike: readonly string[];
  /** Those it shares a definition with. */
  shared: readonly { name: string; fields: CheckedItem['fields'] }[];
  /** Other sources named for the same measure while nobody has said which one binds. */
  sources: readonly { name: string; source: string }[];
  /** The source that was said to bind. */
  binding: string | null;
};

export const besideNothing: Beside = { alike: [], shared: [], sources: [], binding: null };

/** What does not go together with the rest of the plan (R22); each warning is answered once. */
export function checkBeside(item: CheckedItem, { alike, shared, sources, binding }: Beside): Finding[] {
  const findings: Finding[] = [];
  const warn = (key: string, field: string, message: string) =>
    findings.push({ key, level: 'warn', field, message });
  if (alike.length > 0) {
    warn(
      'similar',
      'title',
      `Indikator ini mirip dengan ${listed(alike)}. Bicarakan penggabungannya, atau tulis alasannya.`,
    );
  }
  const differing = shared.filter(other => differsFrom(item, other.fields).length > 0);
  if (differing.length > 0) {
    const what = [...new Set(differing.flatMap(other => differsFrom(item, other.fields)))];
    warn(
      'definition-differs',
      what[0]?.path ?? 'definition',
      `${sentenceStart(what.map(({ name }) => name).join(' dan '))} berbeda dari ${listed(differing.map(({ name }) => name))}, padahal definisinya bersama. Samakan, atau tulis alasannya.`,
    );
  }
  const source = textOf(item.fields, 'source');
  if (binding !== null && source !== '' && !sameText(source, binding)) {
    warn(
      'source-differs',
      'source',
      `Sumber yang mengikat untuk ukuran ini adalah ${binding}. Pakai sumber itu, atau tulis alasannya.`,
    );
  } else if (binding === null && sources.length > 0 && alike.length === 0) {
    const [other] = sources;
    warn(
      'two-sources',
      'source',
      `${other?.name} memakai sumber lain untuk ukuran yang sama: ${other?.source}. Tetapkan satu sumber, atau tulis alasannya.`,
    );
  }
  return findings;
}

const compared = [
  { path: 'unit', name: 'satuan' },
  { path: 'definition', name: 'definisi' },
  { path: 'formula', name: 'rumus' },
];

/** Which of unit, definition and formula say something else; what nobody has written yet differs from nothing. */
export function differsFrom(item: CheckedItem, others: CheckedItem['fields']): typeof compared {
  return compared.filter(({ path }) => {
    const [mine, theirs] = [textOf(item.fields, path), textOf(others, path)];
    return mine !== '' && theirs !== '' && !sameText(mine, theirs);
  });
}

/** Whether two texts are the same but for case, blanks and punctuation. */
export function sameText(a: string, b: string): boolean {
  const plain = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []).join(' ');
  return plain(a) === plain(b);
}

const sentenceStart = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const mostNamed = 3;

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  const first = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${first}, dan ${more} lainnya` : first;
}
