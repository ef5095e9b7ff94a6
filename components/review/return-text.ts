import type { Stepped } from '@/components/item/step-dialog';
import { itemPath } from '@/lib/plan/kinds/all';

/** What was sent back with one note, to be pasted into WhatsApp: by department, each item with its address. */
export function returnText(region: string, items: readonly Stepped[], note: string): string {
  const departments = [...new Set(items.map(({ departmentCode }) => departmentCode ?? ''))];
  const lines = departments.flatMap(code => [
    '',
    `*${code}*`,
    ...items
      .filter(({ departmentCode }) => (departmentCode ?? '') === code)
      .map(
        ({ title, id, kind }, index) =>
          `${index + 1}. ${title}${kind ? ` {asal}${itemPath({ kind, id })}` : ''}`,
      ),
  ]);
  return [
    `Rembug, ${region}: ${items.length} isian dikembalikan.`,
    `Catatan: “${note.trim()}”`,
    ...lines,
  ].join('\n');
}
