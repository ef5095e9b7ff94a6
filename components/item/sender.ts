'use client';

import { useSyncExternalStore } from 'react';
import { installDeadline } from '@/lib/live/deadline';
import { Sender, type Snapshot } from '@/lib/live/sender';
import { saveChangesAction } from '@/lib/plan/actions';

const senders = new Map<string, Sender>();

/**
 * The one sender of a person on this browser page; it outlives moving from item to item. On a shared
 * device the next person gets another, so that nobody's typing is sent or shown under a different name.
 */
export function senderOf(person: string): Sender {
  const known = senders.get(person);
  if (known) return known;
  const made = new Sender(changes => saveChangesAction({ person, changes }));
  // On the server a page is drawn for many people; nothing is kept there.
  if (typeof window !== 'undefined') senders.set(person, made);
  return made;
}

if (typeof window !== 'undefined') {
  installDeadline();
  window.addEventListener('beforeunload', event => {
    if ([...senders.values()].some(sender => sender.snapshot().unsaved > 0)) event.preventDefault();
  });
  window.addEventListener('online', () => {
    for (const sender of senders.values()) sender.flush();
  });
}

/** What a sender is doing, for whoever shows it. */
export function useSnapshot(sender: Sender): Snapshot {
  return useSyncExternalStore(sender.subscribe, sender.snapshot, sender.snapshot);
}

const patienceMs = 5_000;

/** Waits until nothing is unsaved any more, or for a while; the browser asks before leaving what is still unsaved. */
export function whenSaved(sender: Sender): Promise<void> {
  sender.flush();
  return new Promise(resolve => {
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, patienceMs);
    const stop = sender.subscribe(() => sender.snapshot().unsaved === 0 && end());
    if (sender.snapshot().unsaved === 0) end();
  });
}
