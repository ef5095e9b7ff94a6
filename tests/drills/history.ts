import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { StoredEvent } from '@/lib/plan/log/body';
import type { Outcome } from '@/lib/plan/outcome';

/** One change as one client sent it once, and what was answered; the same change may be sent again. */
export type Attempt = {
  client: string;
  mutationId: string;
  itemId: string;
  version: number;
  fields: Fields;
  /** What stood there as far as this client had seen; left out where that is not known. */
  seen?: Fields;
  /** When it was sent and answered, in ms of one clock. */
  at: number;
  until: number | null;
  /** null: no answer came. */
  outcome: Outcome | null;
};

/** An item as a page showed it to a client that asked for it at `at`. */
export type Reading = { client: string; itemId: string; at: number; version: number; fields: Fields };

/** What a client believes in the end of a field it typed in: its own value is there, or it left another's. */
export type Belief = {
  client: string;
  itemId: string;
  field: string;
  value: FieldValue;
  choice: 'mine' | 'theirs';
};

/** Everything that clients sent, heard and saw. */
export type History = { attempts: Attempt[]; readings: Reading[]; beliefs: Belief[] };

/** A plan's log and tables when all is done. */
export type Ending = {
  stream: string;
  /** All of the plan's stream, in order of revision. */
  events: StoredEvent[];
  head: { revision: number; headHash: string };
  /** The plan's revision before the first client began. */
  begunAt: number;
  items: ReadonlyMap<string, { version: number; fields: Fields }>;
};

export const newHistory = (): History => ({ attempts: [], readings: [], beliefs: [] });
