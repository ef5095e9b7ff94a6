'use client';

import { useSyncExternalStore } from 'react';

type Shown = { version: number; texts: Record<string, string> };

const items = new Map<string, Shown>();
const listeners = new Set<() => void>();
const nothing: Record<string, string> = {};

/** What was written of an item after its page was drawn, for all that show its fields. */
export function publish(itemId: string, version: number, texts: Record<string, string>): void {
  items.set(itemId, { version, texts });
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Texts of fields that were written after the version that a page shows. */
export function useHeard(itemId: string, version: number): Record<string, string> {
  const heard = useSyncExternalStore(
    listen,
    () => items.get(itemId),
    () => undefined,
  );
  return heard && heard.version > version ? heard.texts : nothing;
}
