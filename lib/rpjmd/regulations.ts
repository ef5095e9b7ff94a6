import type { ReferenceTree } from '@/lib/plan/references';

/** What a regional plan can be enacted by, by its word in the log. */
export const regulationKinds: Record<string, string> = {
  REGIONAL: 'Peraturan Daerah',
  HEAD: 'Peraturan Kepala Daerah',
  OTHER: 'Peraturan lain',
};

const days = new Intl.DateTimeFormat('id-ID', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
});

/** A day ("2026-01-31") as people write it. */
export const showDay = (day: string) => days.format(new Date(`${day}T00:00:00Z`));

/** "Peraturan Daerah Nomor 5, 2 Agustus …". */
export function regulationLabel({ kind, number, date }: Pick<ReferenceTree, 'kind' | 'number' | 'date'>) {
  return `${regulationKinds[kind] ?? kind} Nomor ${number}${date ? `, ${showDay(date)}` : ''}`;
}
