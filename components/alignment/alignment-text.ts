import { kinds } from '@/lib/plan/kinds/all';
import type { AlignmentView } from '@/lib/rpjmd/read/alignment';

/** What is not aligned, by department, to be pasted into WhatsApp. Follows what the page shows. */
export function alignmentText({ dimensions, counts }: AlignmentView, region: string): string {
  const open = dimensions.flatMap(({ items }) => items).filter(({ alignment }) => alignment !== 'linked');
  const departments = [...new Set(open.map(({ departmentCode }) => departmentCode))].sort();
  const all = counts.linked + counts.unlinked + counts.repealed;
  return [
    `Rembug, ${region}: ${counts.linked} dari ${all} tujuan dan sasaran tertaut ke RPJMD.`,
    ...departments.flatMap(department => [
      '',
      `*${department}*`,
      ...open
        .filter(({ departmentCode }) => departmentCode === department)
        .map(({ kind, title, alignment }) => {
          const why = alignment === 'repealed' ? ' (ke RPJMD yang dicabut)' : '';
          return `- ${kinds[kind].label}: ${title || 'tanpa nama'}${why}`;
        }),
    ]),
    '',
    'Tautkan lewat isiannya: {asal}/keselarasan',
  ].join('\n');
}
