import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { type FieldState, FieldStates } from './field-states';
import { LastChanges } from './last-changes';
import { newId } from './mutation-id';
import { type About, type Entry, type Kept, type Sent, shape } from './outbox-entry';
import { SeenItems } from './seen-items';
import { takeOver } from './take-over';

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
  /** The server runs another version of the program: sending goes on after loading the page again. */
  isOutdated: boolean;
  /** What is typed outlives this page; false where the browser keeps nothing. */
  isKept: boolean;
};

/** Where what is typed is kept until it is saved; outbox.ts in a browser. */
type Keep = {
  write: (itemId: string, entry: Entry | null) => void;
  /** Resolves when all is kept that can be. */
  written: () => Promise<void>;
};

type Options = {
  random?: () => number;
  keep?: Keep;
  /** Runs work while no other tab sends for this person. */
  alone?: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

type Taken = Extract<Outcome, { ok: true }>;
type Clashing = Extract<Outcome, { reason: 'conflict' }>;

const waitsHere = 'tersimpan di perangkat ini, dikirim saat ada sinyal';
const waitsOnPage = 'dikirim saat ada sinyal. Jangan tutup halaman ini';

/** A batch stays well within what the server takes at once (schema.ts, request-guard.ts), whatever the alphabet. */
const mostChanges = 200;
const mostLetters = 50_000;

const pauseMs = 800;
const longestRetryMs = 30_000;

/**
 * Keeps and sends what is typed: one batch in flight, later edits folded together and put on the version
 * that the answer brings, so that nobody conflicts with themselves. A field keeps the version at
 * which it was seen: when the answer shows that others changed the item meanwhile, fields that are
 * not yet known anew stay on their older version, and so never overwrite what nobody here has read.
 * A batch that fails is sent again unchanged, under the same mutation ids, so that a lost answer never
 * applies twice. Nothing typed is dropped: it is saved, or it stays here with the reason.
 */
export class Sender {
  private queue = new Map<string, Fields>();
  private flight: Sent[] | null = null;
  /** Batches that were under way when an earlier page ended; they go first, under their own ids. */
  private backlog: Sent[][] = [];
  private changed = new Set<string>();
  private abouts = new Map<string, About>();
  private states = new FieldStates(itemId => this.changed.add(itemId));
  private seen = new SeenItems();
  private last = new LastChanges();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private problem: string | null = null;
  private isSignedOut = false;
  private isOutdated = false;
  private isKept = true;
  private isSending = false;
  private savedAt: string | null = null;
  private listeners = new Set<() => void>();
  private current: Snapshot = this.describe();

  constructor(
    private readonly send: Send,
    private readonly options: Options = {},
  ) {}

  /**
   * Takes up what an earlier page left behind. Where something newer was typed here in the same field, the
   * older text goes first, so that the log has both.
   */
  restore({ itemId, about, fields, flight }: Entry): void {
    const known = this.abouts.get(itemId);
    if (about) this.abouts.set(itemId, known ?? about);
    if (flight.length > 0) this.backlog.push(flight);
    for (const [field, kept] of Object.entries(fields)) {
      const state = this.stateOf(itemId, field);
      if (state === undefined || state.kind === 'saved') this.restoreField(itemId, field, kept);
      else if (kept.kind === 'waiting' || kept.kind === 'refused')
        this.backlog.push([
          { mutationId: newId(), itemId, version: kept.version, fields: { [field]: kept.value } },
        ]);
    }
    for (const sent of flight) {
      for (const field of Object.keys(sent.fields)) {
        if (this.isNewer(itemId, field)) continue;
        this.seen.pin(itemId, field, sent.version);
        this.states.set(itemId, field, { kind: 'waiting' });
      }
    }
    this.tell();
    if (!this.isSending) this.schedule(0);
  }

  private restoreField(itemId: string, field: string, { version, ...kept }: Kept): void {
    this.seen.pin(itemId, field, version);
    if (kept.kind === 'waiting') this.enqueue(itemId, { [field]: kept.value });
    else this.states.set(itemId, field, kept);
  }

  /** Tells that a page shows an item as the server gave it at a version. */
  open(itemId: string, version: number, about?: About): void {
    this.seen.open(itemId, version);
    if (about) this.abouts.set(itemId, about);
  }

  /** The browser keeps nothing: what is typed lives as long as this page. */
  warnUnkept(): void {
    this.isKept = false;
    this.tell();
  }

  /** The person left this device for good: nothing is kept or sent any more. */
  abandon(): void {
    clearTimeout(this.timer);
    this.isSignedOut = true;
    this.flight = null;
    this.backlog = [];
    this.queue.clear();
    this.states.clear();
    this.tell();
  }

  /** Items with fields that are not yet known to be saved, with what is known of each. */
  openItems(): { itemId: string; about: About | undefined; count: number }[] {
    return this.states
      .openItems()
      .map(([itemId, count]) => ({ itemId, about: this.abouts.get(itemId), count }));
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
      const conflict = this.states.conflictAt(itemId, field);
      // A clash is settled by choosing, not by typing on.
      if (conflict)
        this.states.set(itemId, field, { kind: 'conflict', conflict: { ...conflict, mine: value } });
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
    const conflict = this.states.conflictAt(itemId, field);
    this.unqueue(itemId, field);
    this.seen.pin(itemId, field);
    this.states.set(itemId, field, { kind: 'unread', text, message, ...(conflict && { conflict }) });
    this.tell();
  }

  /**
   * Forgets a held text whose field stands as it was. One that became a value is for `change`: the text hid what
   * others wrote meanwhile, and only `change` still knows at which version its writer saw the field.
   */
  release(itemId: string, field: string): void {
    if (this.stateOf(itemId, field)?.kind !== 'unread') return;
    const conflict = this.states.conflictAt(itemId, field);
    if (conflict) this.states.set(itemId, field, { kind: 'conflict', conflict });
    else if (this.underWay(itemId).some(({ fields }) => Object.hasOwn(fields, field)))
      this.states.set(itemId, field, { kind: 'waiting' });
    else {
      this.states.delete(itemId, field);
      this.seen.unpin(itemId, field);
    }
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
    if (this.isSending || this.isSignedOut || this.isOutdated) return;
    if (this.flight || this.backlog.length > 0 || this.queue.size > 0) void this.dispatch();
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
      this.seen.unpin(itemId, field);
      this.seen.keep(itemId, { [field]: state.conflict.theirs }, version);
    }
    this.tell();
    this.flush();
  }

  /** Lets go of a value that was refused, once its writer has read why. */
  giveUp(itemId: string, field: string): void {
    if (this.stateOf(itemId, field)?.kind !== 'refused') return;
    this.states.delete(itemId, field);
    this.seen.unpin(itemId, field);
    this.tell();
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
    for (const field of Object.keys(fields)) {
      this.seen.pin(itemId, field);
      this.states.set(itemId, field, { kind: 'waiting' });
    }
  }

  private unqueue(itemId: string, field: string): void {
    const { [field]: _, ...rest } = this.queue.get(itemId) ?? {};
    if (Object.keys(rest).length === 0) this.queue.delete(itemId);
    else this.queue.set(itemId, rest);
  }

  private unsaved(itemId: string): Fields {
    const flying = this.underWay(itemId).map(({ fields }) => fields);
    return Object.assign({}, ...flying, this.states.held(itemId), this.queue.get(itemId));
  }

  /** What of an item was sent, or is to be sent again under its own ids; the oldest first. */
  private underWay(itemId: string): Sent[] {
    return [...(this.flight ?? []), ...this.backlog.flat()].filter(sent => sent.itemId === itemId);
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), ms);
  }

  private async dispatch(): Promise<void> {
    const { alone = work => work() } = this.options;
    clearTimeout(this.timer);
    this.isSending = true;
    let isTurn = true;
    try {
      await alone(() => this.sendNext());
    } catch {
      // No turn was to be had, as on a page that is being left; it may be shown again.
      isTurn = false;
      this.fail(this.isKept ? waitsHere : waitsOnPage);
    }
    this.isSending = false;
    this.tell();
    if (isTurn && !this.flight && (this.backlog.length > 0 || this.queue.size > 0)) this.schedule(0);
  }

  private async sendNext(): Promise<void> {
    this.flight ??= this.backlog.shift() ?? this.takeQueue();
    // While it waited for its turn, all of it may have become text that is no value.
    if (this.flight.length === 0) {
      this.flight = null;
      return;
    }
    this.mark(this.flight, { kind: 'sending' });
    this.tell();
    try {
      // A batch that a crash interrupts must be sent again under the same ids.
      await this.options.keep?.written();
      this.settleAnswer(await this.send(this.flight));
    } catch {
      this.fail(this.isKept ? waitsHere : waitsOnPage);
    }
  }

  private fail(problem: string): void {
    this.failures += 1;
    const wait =
      Math.min(1000 * 2 ** (this.failures - 1), longestRetryMs) *
      (0.75 + (this.options.random ?? Math.random)() / 2);
    this.problem = problem;
    if (this.flight) this.mark(this.flight, { kind: 'waiting' });
    this.schedule(wait);
  }

  /** One change for each item and version its fields were seen at; nearly always one. What is too much waits its turn. */
  private takeQueue(): Sent[] {
    const batch: Sent[] = [];
    let size = 0;
    for (const [itemId, typed] of [...this.queue]) {
      for (const [field, value] of Object.entries(typed)) {
        size += field.length + JSON.stringify(value).length;
        if (batch.length >= mostChanges || (size > mostLetters && batch.length > 0)) return batch;
        const version = this.seen.versionOf(itemId, field);
        const change = batch.find(sent => sent.itemId === itemId && sent.version === version);
        if (change) change.fields[field] = value;
        else batch.push({ mutationId: newId(), itemId, version, fields: { [field]: value } });
        this.unqueue(itemId, field);
      }
    }
    return batch;
  }

  private settleAnswer(answer: Outcome[] | Refusal): void {
    if (!Array.isArray(answer)) {
      if (answer.reason === 'invalid') {
        this.settleUnreadable(answer);
        return;
      }
      this.isSignedOut = answer.reason === 'signed-out';
      this.isOutdated = answer.reason === 'outdated';
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

  // Sent again it would be refused again, and everything behind it with it: each goes alone, the one at fault stays.
  private settleUnreadable(refusal: Refusal): void {
    const batch = this.flight ?? [];
    this.flight = null;
    this.failures = 0;
    this.problem = null;
    const [sent, ...others] = batch;
    if (sent && others.length === 0) this.settleRefused(sent, { message: refusal.message });
    else {
      this.mark(batch, { kind: 'waiting' });
      this.backlog.unshift(...batch.map(one => [one]));
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
    for (const field of Object.keys(fields)) {
      if (!this.isNewer(itemId, field)) this.seen.unpin(itemId, field);
    }
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
    // A text that is no value yet hides both; once it is one, it clashes by itself.
    const isUnread = (field: string) => this.stateOf(itemId, field)?.kind === 'unread';
    const clashing = conflicts.map(({ field }) => field).filter(field => !isUnread(field));
    this.seen.see(itemId, clashing, version);
    for (const [field, value] of Object.entries(fields).filter(([field]) => !isUnread(field))) {
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
      if (!this.isNewer(itemId, field)) this.states.set(itemId, field, state(field, value));
    }
  }

  private isNewer(itemId: string, field: string): boolean {
    return this.queue.get(itemId)?.[field] !== undefined || this.stateOf(itemId, field)?.kind === 'unread';
  }

  private tell(): void {
    for (const itemId of this.changed) this.options.keep?.write(itemId, this.entryOf(itemId));
    this.changed.clear();
    this.current = this.describe();
    for (const listener of this.listeners) listener();
  }

  private describe(): Snapshot {
    const { savedAt, problem, isSignedOut, isOutdated, isKept } = this;
    return { unsaved: this.states.count(), savedAt, problem, isSignedOut, isOutdated, isKept };
  }

  private entryOf(itemId: string): Entry | null {
    const flight = this.underWay(itemId);
    const fields: Record<string, Kept> = {};
    for (const { field, state } of this.openFields(itemId)) {
      const version = this.seen.versionOf(itemId, field);
      const value = this.queue.get(itemId)?.[field];
      if (value !== undefined) fields[field] = { kind: 'waiting', value, version };
      else if (state.kind !== 'waiting' && state.kind !== 'sending' && state.kind !== 'saved')
        fields[field] = { ...state, version };
    }
    const paths = [...Object.keys(fields), ...flight.flatMap(sent => Object.keys(sent.fields))];
    if (paths.length === 0) return null;
    return { shape, itemId, about: this.aboutOf(itemId, paths), fields, flight };
  }

  private aboutOf(itemId: string, paths: readonly string[]): About | undefined {
    const about = this.abouts.get(itemId);
    const labels = paths.flatMap(path => (about?.labels[path] ? [[path, about.labels[path]]] : []));
    return about && { ...about, labels: Object.fromEntries(labels) };
  }
}
