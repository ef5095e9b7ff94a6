/** What kinds of department there are, by the word of a region's file; in the order of a choice. */
export const kindLabels: Record<string, string> = {
  DEPARTMENT: 'Dinas',
  AGENCY: 'Badan',
  SECRETARIAT: 'Sekretariat',
  INSPECTORATE: 'Inspektorat',
  UNIT: 'Unit kerja lain',
  DISTRICT: 'Kecamatan',
};

/** The kind that a word names ("Dinas", "dinas daerah"), or null. */
export function kindOf(word: string): string | null {
  const plain = word.trim().toLowerCase();
  const found = Object.entries(kindLabels).find(
    ([kind, label]) =>
      plain === kind.toLowerCase() || plain.split(/\s+/)[0] === label.split(' ')[0]?.toLowerCase(),
  );
  return found?.[0] ?? null;
}
