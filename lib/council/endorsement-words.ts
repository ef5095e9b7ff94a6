type Told = {
  state: 'endorsed' | 'revision';
  number: string;
  note: string;
  changed: number;
  isStale: boolean;
};

/** How a dimension stands with the council, in one or two sentences. */
export function endorsementWords(told: Told | null): string {
  if (!told) return 'Belum disahkan Dewan.';
  const { state, number, note, changed, isStale } = told;
  if (state === 'revision') return `Diminta perbaikan dengan keputusan ${number}: ${note}`;
  const endorsed = `Disahkan Dewan dengan keputusan ${number}.`;
  return isStale ? `${endorsed} Perlu diperbarui: ${changed} isian berubah sejak itu.` : endorsed;
}

/** The same as one word, for a mark. */
export function endorsementMark(told: Pick<Told, 'state' | 'isStale'> | null): string {
  if (!told) return 'Belum disahkan';
  if (told.state === 'revision') return 'Diminta perbaikan';
  return told.isStale ? 'Perlu diperbarui' : 'Disahkan';
}
