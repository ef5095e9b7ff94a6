'use client';

import { useSyncExternalStore } from 'react';
import { installDeadline } from '@/lib/live/deadline';
import { Sender, type Snapshot } from '@/lib/live/sender';
import { saveChangesAction } from '@/lib/plan/actions';

/** The one sender of this browser page; it outlives moving from item to item. */
export const sender = new Sender(changes => saveChangesAction(changes));

const idle = sender.snapshot();

if (typeof window !== 'undefined') {
  installDeadline();
  window.addEventListener('beforeunload', event => {
    if (sender.snapshot().unsaved > 0) event.preventDefault();
  });
  window.addEventListener('online', () => sender.flush());
}

/** What the sender is doing, for whoever shows it. */
export function useSnapshot(): Snapshot {
  return useSyncExternalStore(sender.subscribe, sender.snapshot, () => idle);
}
