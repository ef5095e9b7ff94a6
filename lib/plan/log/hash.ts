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
