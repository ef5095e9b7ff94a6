/** Rows and cells bear the same names in every sheet of a file, so what is kept of them names its sheet too. */
export function keyedBySheet<Value>(sheet: number, given: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [`${sheet}!${key}`, value]));
}

/** What was kept of one sheet; what was kept before sheets were told apart counts for any. */
export function ofSheet<Value>(sheet: number, kept: Record<string, Value>): Record<string, Value> {
  const start = `${sheet}!`;
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, value]): [string, Value][] => {
      if (key.startsWith(start)) return [[key.slice(start.length), value]];
      return key.includes('!') ? [] : [[key, value]];
    }),
  );
}
