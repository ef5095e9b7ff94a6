type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The screen that a key leads to; null when the key is none of ours, or there is nothing further. */
export function stepOf(pressed: Key, at: number, count: number): number | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (altKey || ctrlKey || metaKey || shiftKey) return null;
  const places: Record<string, number> = {
    ...{ ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1 },
    ...{ Home: 0, End: count - 1 },
  };
  const to = Object.hasOwn(places, key) ? places[key] : undefined;
  return to === undefined || to < 0 || to >= count ? null : to;
}

/** Where one finger touched. */
export type Touch = { x: number; y: number };

const leastSwipe = 60;

/** Which way a finger turned the page: 1 on, −1 back, 0 when it scrolled or only touched. */
export function turnOf(from: Touch | null, to: Touch): -1 | 0 | 1 {
  if (!from) return 0;
  const [across, along] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < leastSwipe || Math.abs(across) < 2 * Math.abs(along)) return 0;
  return across < 0 ? 1 : -1;
}
