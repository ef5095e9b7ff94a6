import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EventBody, StoredEvent } from './body';

/** SHA-256 of a body's text, in hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The row that keeps this event. */
export function storedEvent(event: EventBody): StoredEvent {
  const body = canonicalize(event);
  if (body === undefined) throw new Error('an event must be an object');
  return { ...columnsOf(event), hash: hashOf(body), body };
}

/**
 * The text of an event in four parts. Between them the database puts the time, the hash before and the
 * number, which only it knows when the write has come to its turn (`changeItem`).
 */
export function eventParts(event: Omit<EventBody, 'at' | 'previousHash' | 'revision'>): string[] {
  const text = canonicalize({ ...event, at: gap, previousHash: gap, revision: gap });
  return (text ?? '').split(JSON.stringify(gap));
}

// No text that the plan takes can hold a NUL, so nothing typed is ever mistaken for a gap.
const gap = '\u0000';

/** The searchable columns of an event. */
export function columnsOf(event: EventBody): Omit<StoredEvent, 'hash' | 'body'> {
  return {
    regionId: event.regionId,
    stream: event.stream,
    revision: event.revision,
    at: new Date(event.at),
    actorId: event.actor.id,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    action: event.action,
    mutationId: event.mutationId,
    previousHash: event.previousHash,
  };
}
