import { showDeadline } from '@/components/ui/moment';
import { itemPath } from '@/lib/plan/kinds/all';
import { inSentence } from '@/lib/plan/kinds/kind';
import type { News, NewsEntry } from '@/lib/plan/read/news';
import { whatBecame } from '@/lib/plan/workflow';

/** What happened, in a word: "Dikembalikan", "Komentar". */
export function newsWord({ kind, about }: Pick<NewsEntry, 'kind' | 'about'>): string {
  if (kind === 'comment') return about ? `Komentar tentang ${inSentence(about)}` : 'Komentar';
  return whatBecame(kind);
}

/** The news as a text for WhatsApp; `{asal}` stands for the address of the site. */
export function newsText(region: string, entries: readonly NewsEntry[], due: News['due']): string {
  const lines = entries.flatMap(({ item, text, by, ...entry }, index) => [
    `${index + 1}. ${newsWord(entry)}: ${item.title}${item.code ? ` (${item.code})` : ''}, ${item.departmentCode}`,
    ...(text ? [`   “${text}” – ${by}`] : []),
    `   {asal}${itemPath(item)}`,
  ]);
  const deadline = due && showDeadline(due.deadline);
  return [
    `*Rembug, ${region}*`,
    ...lines,
    ...(due && deadline
      ? [`Tenggat ${due.stage}: ${deadline.when}. Masih ${due.items} isian belum diajukan.`]
      : []),
  ].join('\n');
}
