import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { Conflict } from '@/lib/plan/merge';
import type { Outcome } from '@/lib/plan/outcome';
import { newId } from './mutation-id';

/** A change as it is sent; the server's `Change` without what only its own pages use. */
export type Sent = {
  mutationId: string;
  itemId: string;
  version: number;
  fields: Fields;
};

type Refusal = { ok: false; reason: string; message: string };
export type Send = (changes: Sent[]) => Promise<Outcome[] | Refusal>;

/** What stands with one field of one item. */
export type FieldState =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'saved'; at: string }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'refused'; message: string };

export type Snapshot = {
  /** Fields not yet known to be saved. */
  unsaved: number;
  isSending: boolean;
  savedAt: string | null;
  conflicts: Conflict[];
  /** Why sending has stopped, or what was refused last; in words for the reader. */
  problem: string | null;
  /** The next attempt comes by itself. */
  isRetrying: boolean;
  /** The session ended: sending goes on after signing in again. */
  isSignedOut: boolean;
  fields: ReadonlyMap<string, FieldState>;
};

const pauseMs = 800;
const longestRetryMs = 30_000;
const keyOf = (itemId: string, field: string) => `${itemId} ${field}`;

/**
 * Sends what is typed: one batch in flight, later edits folded together and put on the version
 * that the answer brings, so that nobody conflicts with themselves. A field keeps the version at
 * which it was seen: when the answer shows that others changed the item meanwhile, fields that are
 * not yet known anew stay on their older version, and so never overwrite what nobody here has read. A batch that fails is sent
 * again unchanged, under the same mutation ids, so that a lost answer never applies twice.
 * Nothing typed is dropped: it is saved, or it stays here with the reason.
 */
export class Sender {
  private queue = new Map<string, Fields>();
  /** Up to which version everything that happened to an item is on this page. */
  private known = new Map<string, number>();
  /** The version at which a single field was last seen, where that is later. */
  private seen = new Map<string, number>();
  private flight: Sent[] | null = null;
  private states = new Map<string, FieldState>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private problem: string | null = null;
  private isSignedOut = false;
  private isSending = false;
  private savedAt: string | null = null;
  private listeners = new Set<() => void>();
  private current: Snapshot = this.describe();

  constructor(
    private readonly send: Send,
    private readonly random: () => number = Math.random,
  ) {}

  /** Tells the version of an item that its page shows in full. */
  know(itemId: string, version: number): void {
    this.known.set(itemId, Math.max(version, this.versionOf(itemId)));
  }

  /** The version up to which this page shows everything of the item. */
  versionOf(itemId: string): number {
    return this.known.get(itemId) ?? 0;
  }

  /** Takes typed values; they are sent after a short pause, or at once by `flush`. */
  change(itemId: string, fields: Fields): void {
    this.queue.set(itemId, { ...this.queue.get(itemId), ...fields });
    for (const field of Object.keys(fields)) this.states.set(keyOf(itemId, field), { kind: 'waiting' });
    if (!this.flight) this.schedule(pauseMs);
    this.tell();
  }

  /** Sends what waits now, if nothing is under way. */
  flush(): void {
    if (this.isSending || this.isSignedOut) return;
    if (this.flight || this.queue.size > 0) void this.dispatch();
  }

  /** Tries again after a failure, or after signing in again. */
  retry(): void {
    this.isSignedOut = false;
    this.flush();
  }

  /** Settles a conflict: with my value on top of the saved one, or by leaving the saved one. */
  settle(itemId: string, field: string, choice: 'mine' | 'theirs'): void {
    const state = this.states.get(keyOf(itemId, field));
    if (state?.kind !== 'conflict') return;
    if (choice === 'mine') {
      this.change(itemId, { [field]: state.conflict.mine });
      this.flush();
    } else {
      this.states.delete(keyOf(itemId, field));
      this.tell();
    }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Snapshot => this.current;

  stateOf(itemId: string, field: string): FieldState | undefined {
    return this.states.get(keyOf(itemId, field));
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private async dispatch(): Promise<void> {
    clearTimeout(this.timer);
    this.flight ??= this.takeQueue();
    this.isSending = true;
    this.mark(this.flight, { kind: 'sending' });
    this.tell();
    try {
      this.settleAnswer(await this.send(this.flight));
    } catch {
      this.failures += 1;
      const wait = Math.min(1000 * 2 ** (this.failures - 1), longestRetryMs) * (0.75 + this.random() / 2);
      this.problem = 'Jaringan atau server belum menjawab. Ketikan Anda tetap di layar ini dan dikirim lagi.';
      this.mark(this.flight, { kind: 'waiting' });
      this.schedule(wait);
    }
    this.isSending = false;
    this.tell();
    if (!this.flight && this.queue.size > 0) this.schedule(0);
  }

  /** One change for each item and version its fields were seen at; nearly always one. */
  private takeQueue(): Sent[] {
    const batch: Sent[] = [];
    for (const [itemId, typed] of this.queue) {
      for (const [field, value] of Object.entries(typed)) {
        const version = Math.max(this.versionOf(itemId), this.seen.get(keyOf(itemId, field)) ?? 0);
        const change = batch.find(sent => sent.itemId === itemId && sent.version === version);
        if (change) change.fields[field] = value;
        else batch.push({ mutationId: newId(), itemId, version, fields: { [field]: value } });
      }
    }
    this.queue.clear();
    return batch;
  }

  private see(itemId: string, fields: readonly string[], version: number): void {
    for (const field of fields) this.seen.set(keyOf(itemId, field), version);
    // Nobody else came between: all of the item is known up to here.
    if (version === this.versionOf(itemId) + 1) this.know(itemId, version);
  }

  private settleAnswer(answer: Outcome[] | Refusal): void {
    if (!Array.isArray(answer)) {
      this.isSignedOut = answer.reason === 'signed-out';
      this.problem = answer.message;
      if (this.flight) this.mark(this.flight, { kind: 'waiting' });
      if (!this.isSignedOut) this.schedule(longestRetryMs);
      return;
    }
    const batch = this.flight ?? [];
    this.flight = null;
    this.failures = 0;
    this.problem = null;
    for (const sent of batch) {
      const outcome = answer.find(({ mutationId }) => mutationId === sent.mutationId);
      if (outcome) this.settleOutcome(sent, outcome);
    }
  }

  private settleOutcome({ itemId, fields }: Sent, outcome: Outcome): void {
    if (outcome.ok) {
      this.see(itemId, Object.keys(fields), outcome.version);
      this.savedAt = outcome.at;
      this.markFields(itemId, Object.keys(fields), { kind: 'saved', at: outcome.at });
      return;
    }
    if (outcome.reason === 'conflict') {
      const clashing = new Set(outcome.conflicts.map(({ field }) => field));
      for (const field of clashing) this.seen.set(keyOf(itemId, field), outcome.version);
      const rest = Object.entries(fields).filter(([field]) => !clashing.has(field));
      // What does not clash goes on its way; what was typed since stays on top of it.
      if (rest.length > 0) this.queue.set(itemId, { ...Object.fromEntries(rest), ...this.queue.get(itemId) });
      this.markFields(
        itemId,
        rest.map(([field]) => field),
        { kind: 'waiting' },
      );
      for (const conflict of outcome.conflicts) {
        const newer = this.queue.get(itemId)?.[conflict.field];
        const mine: FieldValue = newer === undefined ? conflict.mine : newer;
        delete this.queue.get(itemId)?.[conflict.field];
        this.states.set(keyOf(itemId, conflict.field), { kind: 'conflict', conflict: { ...conflict, mine } });
      }
      if (Object.keys(this.queue.get(itemId) ?? {}).length === 0) this.queue.delete(itemId);
      return;
    }
    this.problem = outcome.message;
    const { field, message } = outcome;
    const refusedFields = field ? [field] : Object.keys(fields);
    this.markFields(itemId, refusedFields, { kind: 'refused', message });
    const others = Object.entries(fields).filter(([name]) => !refusedFields.includes(name));
    if (others.length > 0)
      this.queue.set(itemId, { ...Object.fromEntries(others), ...this.queue.get(itemId) });
  }

  private mark(batch: readonly Sent[], state: FieldState): void {
    for (const { itemId, fields } of batch) this.markFields(itemId, Object.keys(fields), state);
  }

  // A field that was typed in again meanwhile is waiting, whatever became of its older value.
  private markFields(itemId: string, fields: readonly string[], state: FieldState): void {
    for (const field of fields) {
      const isTypedAgain = this.queue.get(itemId)?.[field] !== undefined;
      this.states.set(keyOf(itemId, field), isTypedAgain ? { kind: 'waiting' } : state);
    }
  }

  private tell(): void {
    this.current = this.describe();
    for (const listener of this.listeners) listener();
  }

  private describe(): Snapshot {
    const states = [...this.states.values()];
    return {
      unsaved: states.filter(({ kind }) => kind !== 'saved').length,
      isSending: this.isSending,
      savedAt: this.savedAt,
      conflicts: states.flatMap(state => (state.kind === 'conflict' ? [state.conflict] : [])),
      problem: this.problem,
      isRetrying: this.failures > 0,
      isSignedOut: this.isSignedOut,
      fields: new Map(this.states),
    };
  }
}
