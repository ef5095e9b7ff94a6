import type { PathChange } from '../paths';

/** The content of one event, as it is hashed (RFC 8785; decimals as text). */
export type EventBody = {
  regionId: string;
  stream: string;
  revision: number;
  at: string;
  actor: { id: string; name: string };
  subject: { type: string; id: string };
  action: string;
  note: string | null;
  changes: PathChange[];
  mutationId: string;
  previousHash: string;
};

/** An event as it stands in the table: the body, its hash, and the columns that repeat parts of it. */
export type StoredEvent = {
  regionId: string;
  stream: string;
  revision: number;
  at: Date;
  actorId: string;
  subjectType: string;
  subjectId: string;
  action: string;
  mutationId: string;
  previousHash: string;
  hash: string;
  body: string;
};

export const planStream = (planId: string) => `plan:${planId}`;
export const regionStream = (regionId: string) => `region:${regionId}`;

/** The content of a stored event. Throws when its body is no JSON. */
export function bodyOf(event: Pick<StoredEvent, 'body'>): EventBody {
  return JSON.parse(event.body) as EventBody;
}
