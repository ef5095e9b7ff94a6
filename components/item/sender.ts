'use client';

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { useSyncExternalStore } from 'react';
import { alone } from '@/lib/live/alone';
import { installDeadline } from '@/lib/live/deadline';
import { Outbox } from '@/lib/live/outbox';
import type { Sent } from '@/lib/live/outbox-entry';
import { type Send, Sender, type Snapshot } from '@/lib/live/sender';
import { saveChangesAction } from '@/lib/plan/actions';
import { giveScoresAction } from '@/lib/priority/actions';
import { readScoreKey } from '@/lib/priority/score-key';

const senders = new Map<string, Sender>();

/**
 * The one sender of a person on this browser page; it outlives moving from item to item. On a shared
 * device the next person gets another, so that nobody's typing is sent or shown under a different name.
 */
export function senderOf(person: string): Sender {
  // On the server a page is drawn for many people; nothing is kept there.
  if (typeof window === 'undefined') return new Sender(sendAs(person));
  const known = senders.get(person);
  if (known) return known;
  const keep = new Outbox(person, () => made.warnUnkept());
  const made = new Sender(sendAs(person), { keep, alone: work => alone(`rembug-send-${person}`, work) });
  senders.set(person, made);
  keep.adopt(entry => made.restore(entry)).catch(() => made.warnUnkept());
  return made;
}

/** The person left this device: what was typed and not sent is forgotten, here first. */
export function dropSender(person: string): void {
  senders.get(person)?.abandon();
  senders.delete(person);
}

const outdated = {
  ok: false as const,
  reason: 'outdated',
  message: 'Rembug sudah diperbarui. Muat ulang halaman ini; ketikan Anda tersimpan dan dikirim sesudahnya.',
};

const sendAs =
  (person: string): Send =>
  async changes => {
    try {
      return await sendEach(person, changes);
    } catch (error) {
      if (unstable_isUnrecognizedActionError(error)) return outdated;
      throw error;
    }
  };

/** Scores wait in the same outbox as what is typed, but are no fields of an item: they go by an action of their own. */
async function sendEach(person: string, changes: Sent[]): ReturnType<Send> {
  const scores = changes.flatMap(({ mutationId, itemId, fields }) => {
    const key = readScoreKey(itemId);
    return key ? [{ mutationId, itemId: key.itemId, scores: fields as Record<string, number> }] : [];
  });
  if (scores.length === 0) return saveChangesAction({ person, changes });
  const given = await giveScoresAction({ person, scores });
  const typed = changes.filter(({ itemId }) => !readScoreKey(itemId));
  if (typed.length === 0 || !Array.isArray(given)) return given;
  const saved = await saveChangesAction({ person, changes: typed });
  // Whatever is sent again keeps its mutation ids, so that what was taken is not taken twice.
  return Array.isArray(saved) ? [...given, ...saved] : saved;
}

if (typeof window !== 'undefined') {
  installDeadline();
  window.addEventListener('beforeunload', event => {
    if ([...senders.values()].some(sender => sender.snapshot().unsaved > 0)) event.preventDefault();
  });
  window.addEventListener('online', () => {
    for (const sender of senders.values()) sender.flush();
  });
  // Another tab may have taken over and sent what this one left when it was put aside.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && [...senders.values()].some(sender => sender.snapshot().unsaved > 0)) location.reload();
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
