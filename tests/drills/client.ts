import { setTimeout as pause } from 'node:timers/promises';
import type { Sent } from '@/lib/live/outbox-entry';
import { type Send, Sender } from '@/lib/live/sender';
import type { Fields, FieldValue } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import type { SentChange } from '@/lib/plan/schema';
import { Connection } from '../bench/connection';
import { postChanges } from '../bench/writer';
import type { Dice } from './dice';
import type { Attempt, History } from './history';
import { itemOfPage } from './item-page';

const deadlineMs = 15_000;

/** The one place where the browser's sender is made. */
const makeSender = (send: Send, dice: Dice) => new Sender(send, { random: () => dice.next() });

type Options = {
  name: string;
  cookie: string;
  /** Where the program is reached: through the bad network. */
  site: string;
  dice: Dice;
  history: History;
  /** Told how long a value took from typing to its acknowledgement. */
  onSaved: (ms: number, attemptMs: number) => void;
};

type Typed = { itemId: string; field: string; value: FieldValue; at: number; isSaved: boolean };

/**
 * A person at a browser page: the real sender, one save at a time with a deadline, pages that are opened and
 * opened again. Keeps its own model of what it typed, was told and has seen, and writes all of it down.
 */
export class FaithfulClient {
  readonly sender: Sender;
  readonly name: string;
  /** What of each field this person has seen on a page, in a clash or in an answer, and at which version. */
  private known = new Map<string, { value: FieldValue; version: number }>();
  private typed = new Map<string, Typed>();
  private theirs = new Map<string, FieldValue>();
  private seenBy = new Map<string, Fields>();
  private saving: Connection;
  private reading: Connection;
  private isReading = false;
  /** What was refused although it never may be, in the words of the refusal. */
  readonly refusals: string[] = [];

  constructor(private readonly options: Options) {
    this.name = options.name;
    this.saving = new Connection(options.site);
    this.reading = new Connection(options.site);
    this.sender = makeSender(changes => this.send(changes), options.dice);
  }

  /** Opens the page of an item, as often as it takes. */
  async open(itemId: string): Promise<void> {
    while (!(await this.look(itemId))) await pause(200);
  }

  /** Opens the page of an item once; false when it did not come. */
  async look(itemId: string): Promise<boolean> {
    if (this.isReading) return false;
    this.isReading = true;
    const at = Date.now();
    try {
      const asked = this.reading.send({
        path: `/indikator/${itemId}`,
        headers: { cookie: this.options.cookie },
      });
      const { status, bytes } = await withDeadline(asked);
      if (status !== 200) return false;
      const { version, fields } = itemOfPage(bytes.toString());
      this.options.history.readings.push({ client: this.name, itemId, at, version, fields });
      this.see(itemId, version, fields);
      return true;
    } catch {
      this.reading.close();
      this.reading = new Connection(this.options.site);
      return false;
    } finally {
      this.isReading = false;
    }
  }

  /** Types a value into a field. */
  type(itemId: string, fields: Fields): void {
    const at = performance.now();
    const before: Fields = {};
    for (const [field, value] of Object.entries(fields)) {
      const key = `${itemId} ${field}`;
      before[field] = this.typed.get(key)?.value ?? this.known.get(key)?.value ?? null;
      this.typed.set(key, { itemId, field, value, at, isSaved: false });
      this.theirs.delete(key);
    }
    this.sender.change(itemId, fields, before);
  }

  /** Chooses wherever its own value clashes with another's, which it has read by now. */
  decide(itemId: string): void {
    for (const { field, state } of this.sender.openFields(itemId)) {
      const key = `${itemId} ${field}`;
      if (state.kind === 'refused') {
        this.refusals.push(`${this.name}: ${field}: ${state.message}`);
        this.sender.retry();
      }
      if (state.kind !== 'conflict') continue;
      const isMine = this.options.dice.chance(0.5);
      if (!isMine) this.theirs.set(key, state.conflict.theirs);
      this.sender.settle(itemId, field, isMine ? 'mine' : 'theirs');
    }
  }

  isSettled(): boolean {
    return this.sender.snapshot().unsaved === 0;
  }

  /** Writes down what this person believes of every field it typed in. */
  conclude(): void {
    for (const [key, { itemId, field, value }] of this.typed) {
      const left = this.theirs.get(key);
      const belief = { client: this.name, itemId, field };
      const isLeft = this.theirs.has(key);
      this.options.history.beliefs.push(
        isLeft ? { ...belief, value: left ?? null, choice: 'theirs' } : { ...belief, value, choice: 'mine' },
      );
    }
  }

  close(): void {
    this.saving.close();
    this.reading.close();
  }

  private async send(changes: Sent[]): ReturnType<Send> {
    const at = Date.now();
    const attempts = changes.map((change): Attempt => {
      const { mutationId, itemId, version, fields } = change;
      const seen = this.seenBy.get(mutationId) ?? this.seenOf(itemId, fields);
      this.seenBy.set(mutationId, seen);
      const sent = { client: this.name, mutationId, itemId, version, fields, seen };
      return { ...sent, at, until: null, outcome: null };
    });
    this.options.history.attempts.push(...attempts);
    const since = performance.now();
    const answer = await this.post(changes);
    if (!Array.isArray(answer)) return answer;
    for (const attempt of attempts) {
      attempt.until = Date.now();
      attempt.outcome = answer.find(({ mutationId }) => mutationId === attempt.mutationId) ?? null;
      if (attempt.outcome) this.learn(attempt, attempt.outcome, performance.now() - since);
    }
    return answer;
  }

  private async post(changes: Sent[]): ReturnType<Send> {
    const { site, cookie } = this.options;
    const path = `/indikator/${changes[0]?.itemId}`;
    try {
      const sending = { site, cookie, path, changes: changes as SentChange[] };
      const { status, value } = await withDeadline(postChanges(this.saving, sending));
      if (value === undefined) throw new Error(`no answer but ${status}`);
      return value as Awaited<ReturnType<Send>>;
    } catch (error) {
      this.saving.close();
      this.saving = new Connection(site);
      throw error;
    }
  }

  private seenOf(itemId: string, fields: Fields): Fields {
    const entries = Object.keys(fields).flatMap(field => {
      const known = this.known.get(`${itemId} ${field}`);
      return known ? [[field, known.value] as const] : [];
    });
    return Object.fromEntries(entries);
  }

  private learn({ itemId, fields }: Attempt, outcome: Outcome, attemptMs: number): void {
    if (outcome.ok) {
      for (const [field, value] of Object.entries(fields)) {
        const key = `${itemId} ${field}`;
        this.known.set(key, { value, version: outcome.version });
        const typed = this.typed.get(key);
        if (typed?.value !== value || typed.isSaved) continue;
        typed.isSaved = true;
        this.options.onSaved(performance.now() - typed.at, attemptMs);
      }
    } else if (outcome.reason === 'conflict') {
      for (const { field, theirs } of outcome.conflicts)
        this.known.set(`${itemId} ${field}`, { value: theirs, version: outcome.version });
    }
  }

  // Where something of one's own is not saved yet, it stands on the page in front of what the server gave.
  private see(itemId: string, version: number, fields: Fields): void {
    for (const [field, value] of Object.entries(fields)) {
      const key = `${itemId} ${field}`;
      const state = this.sender.stateOf(itemId, field);
      const isCovered = state !== undefined && state.kind !== 'saved';
      if (isCovered || (this.known.get(key)?.version ?? 0) > version) continue;
      this.known.set(key, { value, version });
    }
    this.sender.open(itemId, version);
  }
}

/** What a page gives every request: an answer within 15 s, or none. */
async function withDeadline<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), deadlineMs);
  });
  asked.catch(() => {});
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
