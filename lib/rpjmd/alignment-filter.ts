import type { Alignment } from '@/lib/plan/references';

/** What of the alignment is shown; it lives in the address. */
export type AlignmentFilter = { dimension?: string; alignment?: Alignment; department?: string };

/** How an item stands to the regional plan: as it is filtered by, and as it is called. */
export const alignments: Record<Alignment, { slug: string; label: string }> = {
  linked: { slug: 'tertaut', label: 'Tertaut' },
  unlinked: { slug: 'belum', label: 'Belum ditautkan' },
  repealed: { slug: 'dicabut', label: 'Ke RPJMD yang dicabut' },
};

type Params = Record<string, string | string[] | undefined>;

/** The filter that an address asks for; what it does not know is left out. */
export function alignmentFilterOf(params: Params): AlignmentFilter {
  const text = (name: string) => {
    const value = params[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 100) : undefined;
  };
  const wanted = Object.entries(alignments).find(([, { slug }]) => slug === text('keadaan'));
  return {
    ...{ dimension: text('dimensi')?.toLowerCase(), department: text('opd') },
    alignment: wanted?.[0] as Alignment | undefined,
  };
}

/** The address of the page with a filter. */
export function alignmentPath({ dimension, alignment, department }: AlignmentFilter): string {
  const query = new URLSearchParams();
  if (dimension) query.set('dimensi', dimension);
  if (alignment) query.set('keadaan', alignments[alignment].slug);
  if (department) query.set('opd', department);
  return query.size > 0 ? `/keselarasan?${query}` : '/keselarasan';
}
