/** What a regent's act can be, by its word in the log; who issues it is the region's head. */
export const actKinds: Record<string, string> = {
  PERATURAN_BUPATI: 'Peraturan',
  KEPUTUSAN_BUPATI: 'Keputusan',
};

/** The act that made a draft a plan. The day is text ("2026-01-31"). */
export type Act = { kind: string; number: string; date: string | null };

const days = new Intl.DateTimeFormat('id-ID', {
  ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
});

/** An act as it is cited: "Peraturan Bupati Nomor 12 tanggal 3 Desember …". @param headTitle of the region's head */
export function actWords({ kind, number, date }: Act, headTitle: string): string {
  const named = `${actKinds[kind] ?? kind} ${headTitle} Nomor ${number}`;
  return date ? `${named} tanggal ${days.format(new Date(`${date}T00:00:00Z`))}` : named;
}

/** What stands on a plan in the place of DRAF; null while it is one. */
export function standingOf(act: Act | null, headTitle: string): string | null {
  return act && `Ditetapkan dengan ${actWords(act, headTitle)}`;
}

/** What an amendment is called: "Perubahan ke-1"; null for the first plan. @param ordinal 1 for the first plan */
export function amendmentName(ordinal: number): string | null {
  return ordinal > 1 ? `Perubahan ke-${ordinal - 1}` : null;
}

/** The name of the plan that amends one, whatever amendment that was itself. */
export function amendedName(name: string, ordinal: number): string {
  return `${name.replace(/ \(Perubahan ke-\d+\)$/, '')} (${amendmentName(ordinal)})`;
}
