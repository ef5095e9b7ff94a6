import type { VerdictKind } from '@/lib/plan/similar';

export type Choice = 'merge' | VerdictKind;

/** One of the indicators that are decided on together, as the form needs it. */
export type Decided = {
  id: string;
  version: number;
  title: string;
  departmentCode: string;
  isApproved: boolean;
};

export const words: Record<
  Choice,
  { label: string; hint: string; button: (count: number) => string; done: (count: number) => string }
> = {
  merge: {
    label: 'Gabungkan',
    hint: 'Satu indikator dipertahankan. Yang lain diarsipkan dan OPD-nya menjadi OPD pendukung.',
    button: count => `Gabungkan ${count} indikator`,
    done: count => `${count} indikator digabungkan.`,
  },
  shared: {
    label: 'Satu definisi, beberapa pengampu',
    hint: 'Semua indikator tetap ada dengan satu definisi bersama. Bila satu berubah, yang lain diberi tahu.',
    button: count => `Jadikan satu definisi untuk ${count} pengampu`,
    done: count => `${count} indikator kini memakai satu definisi.`,
  },
  different: {
    label: 'Memang berbeda',
    hint: 'Tidak ditanyakan lagi, kecuali nama atau satuan salah satunya berubah.',
    button: count => `Nyatakan ${count} indikator berbeda`,
    done: count => `${count} indikator dicatat memang berbeda.`,
  },
  source: {
    label: 'Tetapkan sumber yang mengikat',
    hint: 'Indikator dengan sumber lain mendapat peringatan sampai sumbernya disamakan.',
    button: () => 'Tetapkan sumber',
    done: () => 'Sumber yang mengikat sudah ditetapkan.',
  },
};

/** What may be chosen: what is approved is not put together, and a source is asked for only where there are two. */
export function choicesFor(
  members: readonly Decided[],
  sources: readonly string[],
  proposal: Choice,
): readonly Choice[] {
  if (proposal === 'source') return ['source'];
  const isFixed = members.some(one => one.isApproved);
  return [
    ...(isFixed ? [] : (['merge'] as const)),
    ...(['shared', 'different'] as const),
    ...(sources.length > 1 ? (['source'] as const) : []),
  ];
}
