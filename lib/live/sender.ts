import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { type FieldState, FieldStates } from './field-states';
import { LastChanges } from './last-changes';
import { newId } from './mutation-id';
import { SeenItems } from './seen-items';
import { takeOver } from './take-over';

/** A change as it is sent; the server's `Change` without what only its own pages use. */
export type Sent = { mutationId: string; itemId: string; version: number; fields: Fields };

type Refusal = { ok: false; reason: string; message: string };
export type Send = (changes: Sent[]) => Promise<Outcome[] | Refusal>;

export type Snapshot = {
  /** Fields of all items that are not yet known to be saved. */
  unsaved: number;
  savedAt: string | null;
  /** Why nothing is being saved just now, in words for the reader. */
  problem: string | null;
  /** The session ended, or somebody else signed in: sending goes on after signing in again. */
  isSignedOut: boolean;
};

type Taken = Extract<Outcome, { ok: true }>;
type Clashing = Extract<Outcome, { reason: 'conflict' }>;

const pauseMs = 800;
const longestRetryMs = 30_000;

/**
 * Sends what is typed: one batch in flight, later edits folded together and put on the version
 * that the answer brings, so that nobody conflicts with themselves. A field keeps the version at
 * which it was seen: when the answer shows that others changed the item meanwhile, fields that are
 * not yet known anew stay on their older version, and so never overwrite what nobody here has read.
 * A batch that fails is sent again unchanged, under the same mutation ids, so that a lost answer never
 * applies twice. Nothing typed is dropped: it is saved, or it stays here with the reason.
 */
export class Sender {
  private queue = new Map<string, Fields>();
  private flight: Sent[] | null = null;
  private states = new FieldStates();
  private seen = new SeenItems();
  private last = new LastChanges();
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

  /** Tells that a page shows an item as the server gave it at a version. */
  open(itemId: string, version: number): void {
    this.seen.open(itemId, version);
  }

  /** What was written here on top of what the server gave: saved, waiting, clashing or refused. */
  typed(itemId: string): Fields {
    return { ...this.seen.onTop(itemId), ...this.unsaved(itemId) };
  }

  /** The version up to which this page shows everything of the item. */
  versionOf(itemId: string): number {
    return this.seen.known(itemId);
  }

  /**
   * Takes typed values; they are sent after a short pause, or at once by `flush`.
   * @param before what stood there, so that the last change can be taken back
   */
  change(itemId: string, fields: Fields, before?: Fields): void {
    if (before) this.last.remember(itemId, before);
    for (const [field, value] of Object.entries(fields)) {
      const state = this.stateOf(itemId, field);
      // A clash is settled by choosing, not by typing on.
      if (state?.kind === 'conflict')
        this.states.set(itemId, field, { kind: 'conflict', conflict: { ...state.conflict, mine: value } });
      else this.enqueue(itemId, { [field]: value });
    }
    if (!this.flight) this.schedule(pauseMs);
    this.tell();
  }

  /** The fields that `undo` would put back, or none. */
  lastChange(itemId: string): string[] {
    return this.last.fields(itemId);
  }

  /** Takes the last change of an item back, as a new change. */
  undo(itemId: string): void {
    this.change(itemId, this.last.take(itemId) ?? {});
    this.flush();
  }

  /** Takes a text that is no value yet: it is kept and counted, and what it began as is not sent. */
  hold(itemId: string, field: string, text: string, message: string): void {
    this.unqueue(itemId, field);
    this.states.set(itemId, field, { kind: 'unread', text, message });
    this.tell();
  }

  /** Forgets a held text whose field stands as it was. */
  release(itemId: string, field: string): void {
    if (this.stateOf(itemId, field)?.kind !== 'unread') return;
    this.states.delete(itemId, field);
    this.tell();
  }

  /**
   * Others saved these values at this version. What is unsaved here, or busy, stays as it is and as it was seen.
   * @param fields all fields that were written since this item was last known
   * @param isBusy whether somebody is at a field just now, though nothing was typed yet
   */
  hear(
    itemId: string,
    fields: Fields,
    version: number,
    isBusy: (field: string) => boolean = () => false,
  ): void {
    const isOpen = (field: string) => (this.stateOf(itemId, field)?.kind ?? 'saved') !== 'saved';
    const taken = takeOver(this.seen, itemId, fields, version, field => isOpen(field) || isBusy(field));
    // Taking one's own last change back would undo what others wrote on top of it.
    if (this.lastChange(itemId).some(field => taken.includes(field))) this.last.take(itemId);
    if (taken.length > 0) this.tell();
  }

  /** Sends what waits now, if nothing is under way. */
  flush(): void {
    if (this.isSending || this.isSignedOut) return;
    if (this.flight || this.queue.size > 0) void this.dispatch();
  }

  /** Tries again: after a failure, after signing in again, and what was refused. */
  retry(): void {
    this.isSignedOut = false;
    for (const [itemId, fields] of this.states.refused()) this.enqueue(itemId, fields);
    this.flush();
  }

  /** Settles a conflict: with my value on top of the saved one, or by leaving the saved one. */
  settle(itemId: string, field: string, choice: 'mine' | 'theirs'): void {
    const state = this.stateOf(itemId, field);
    if (state?.kind !== 'conflict') return;
    if (choice === 'mine') this.enqueue(itemId, { [field]: state.conflict.mine });
    else {
      this.states.delete(itemId, field);
      const version = this.seen.versionOf(itemId, field);
      this.seen.keep(itemId, { [field]: state.conflict.theirs }, version);
    }
    this.tell();
    this.flush();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Snapshot => this.current;

  stateOf(itemId: string, field: string): FieldState | undefined {
    return this.states.get(itemId, field);
  }

  /** Fields of one item that are not yet known to be saved, each with how it stands. */
  openFields(itemId: string): { field: string; state: FieldState }[] {
    return this.states.open(itemId);
  }

  private enqueue(itemId: string, fields: Fields): void {
    this.queue.set(itemId, { ...this.queue.get(itemId), ...fields });
    for (const field of Object.keys(fields)) this.states.set(itemId, field, { kind: 'waiting' });
  }

  private unqueue(itemId: string, field: string): void {
    const { [field]: _, ...rest } = this.queue.get(itemId) ?? {};
    if (Object.keys(rest).length === 0) this.queue.delete(itemId);
    else this.queue.set(itemId, rest);
  }

  private unsaved(itemId: string): Fields {
    const flying = (this.flight ?? []).filter(sent => sent.itemId === itemId).map(({ fields }) => fields);
    return Object.assign({}, ...flying, this.states.held(itemId), this.queue.get(itemId));
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
      this.fail('Jaringan atau server belum menjawab. Ketikan Anda tetap di layar ini dan dikirim lagi.');
    }
    this.isSending = false;
    this.tell();
    if (!this.flight && this.queue.size > 0) this.schedule(0);
  }

  private fail(problem: string): void {
    this.failures += 1;
    const wait = Math.min(1000 * 2 ** (this.failures - 1), longestRetryMs) * (0.75 + this.random() / 2);
    this.problem = problem;
    if (this.flight) this.mark(this.flight, { kind: 'waiting' });
    this.schedule(wait);
  }

  /** One change for each item and version its fields were seen at; nearly always one. */
  private takeQueue(): Sent[] {
    const batch: Sent[] = [];
    for (const [itemId, typed] of this.queue) {
      for (const [field, value] of Object.entries(typed)) {
        const version = this.seen.versionOf(itemId, field);
        const change = batch.find(sent => sent.itemId === itemId && sent.version === version);
        if (change) change.fields[field] = value;
        else batch.push({ mutationId: newId(), itemId, version, fields: { [field]: value } });
      }
    }
    this.queue.clear();
    return batch;
  }

  private settleAnswer(answer: Outcome[] | Refusal): void {
    if (!Array.isArray(answer)) {
      this.isSignedOut = answer.reason === 'signed-out';
      this.fail(answer.message);
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

  private settleOutcome(sent: Sent, outcome: Outcome): void {
    if (outcome.ok) this.settleTaken(sent, outcome);
    else if (outcome.reason === 'conflict') this.settleConflict(sent, outcome);
    else this.settleRefused(sent, outcome);
  }

  private settleTaken({ itemId, version, fields }: Sent, outcome: Taken): void {
    this.seen.see(itemId, Object.keys(fields), outcome.version);
    this.seen.advance(itemId, version, outcome.version);
    this.seen.keep(itemId, fields, outcome.version);
    this.savedAt = outcome.at;
    this.markFields(itemId, fields, () => ({ kind: 'saved' }));
  }

  private settleRefused(
    { itemId, fields }: Sent,
    { field: named, message }: { field?: string; message: string },
  ): void {
    this.markFields(itemId, fields, (field, value) => {
      if (named === undefined || named === field) return { kind: 'refused', value, message };
      this.queue.set(itemId, { [field]: value, ...this.queue.get(itemId) });
      return { kind: 'waiting' };
    });
  }

  private settleConflict({ itemId, fields }: Sent, { conflicts, version }: Clashing): void {
    this.seen.see(
      itemId,
      conflicts.map(({ field }) => field),
      version,
    );
    for (const [field, value] of Object.entries(fields)) {
      const conflict = conflicts.find(candidate => candidate.field === field);
      const typed = this.queue.get(itemId) ?? {};
      const newest = typed[field] === undefined ? value : typed[field];
      if (conflict) {
        this.unqueue(itemId, field);
        this.states.set(itemId, field, { kind: 'conflict', conflict: { ...conflict, mine: newest } });
      } else {
        // What does not clash goes on its way; what was typed since stays on top of it.
        this.enqueue(itemId, { [field]: newest });
      }
    }
  }

  private mark(batch: readonly Sent[], state: FieldState): void {
    for (const { itemId, fields } of batch) this.markFields(itemId, fields, () => state);
  }

  // A field that was typed in again meanwhile keeps its newer state, whatever became of the older value.
  private markFields(
    itemId: string,
    fields: Fields,
    state: (field: string, value: FieldValue) => FieldState,
  ): void {
    for (const [field, value] of Object.entries(fields)) {
      const isNewer =
        this.queue.get(itemId)?.[field] !== undefined || this.stateOf(itemId, field)?.kind === 'unread';
      if (!isNewer) this.states.set(itemId, field, state(field, value));
    }
  }

  private tell(): void {
    this.current = this.describe();
    for (const listener of this.listeners) listener();
  }

  private describe(): Snapshot {
    const unsaved = this.states.count();
    return { unsaved, savedAt: this.savedAt, problem: this.problem, isSignedOut: this.isSignedOut };
  }
}
