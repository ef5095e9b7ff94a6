import { useKept } from '@/components/ui/kept';
import { newId } from '@/lib/live/mutation-id';

/**
 * Keys for trying again that outlive the page: the same content keeps its key after a reload too, so that what was
 * received without an answer is never received twice.
 */
export function useKeptKey(name: string) {
  const [kept, keep] = useKept(name);
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content);
      const known = read(kept);
      if (known?.content === text) return known.key;
      const key = newId();
      keep(JSON.stringify({ content: text, key }));
      return key;
    },
    forget: () => keep(''),
  };
}

function read(kept: string): { content: string; key: string } | null {
  try {
    const value = JSON.parse(kept || 'null') as { content?: unknown; key?: unknown } | null;
    const isWhole = typeof value?.content === 'string' && typeof value.key === 'string';
    return isWhole ? (value as { content: string; key: string }) : null;
  } catch {
    return null;
  }
}
