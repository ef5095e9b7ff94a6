type Said = { state: 'endorsed' | 'revision'; changed: number };
type Told = Said & { number: string; note: string };

/** How a dimension stands with the council: an endorsement holds only while nothing of it has changed since. */
export type Look = 'none' | 'revision' | 'stale' | 'endorsed';

export function lookOf(said: Said | null | undefined): Look {
  if (!said) return 'none';
  if (said.state === 'revision') return 'revision';
  return said.changed > 0 ? 'stale' : 'endorsed';
}

/** The same in one or two sentences. */
export function endorsementWords(told: Told | null): string {
  if (!told) return 'Belum disahkan Dewan.';
  const { state, number, note, changed } = told;
  if (state === 'revision') return `Diminta perbaikan dengan keputusan ${number}: ${note}`;
  const endorsed = `Disahkan Dewan dengan keputusan ${number}.`;
  return changed > 0 ? `${endorsed} Perlu diperbarui: ${changed} isian berubah sejak itu.` : endorsed;
}

const marks: Record<Look, string> = {
  none: 'Belum disahkan',
  revision: 'Diminta perbaikan',
  stale: 'Perlu diperbarui',
  endorsed: 'Disahkan',
};

/** The same as one word, for a mark. */
export const endorsementMark = (said: Said | null): string => marks[lookOf(said)];
