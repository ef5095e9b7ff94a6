import { setTimeout as pause } from 'node:timers/promises';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { Tally } from '../bench/load';
import type { SeededPlan } from '../bench/seeded-plan';
import { signInAs } from '../support/endpoints/world';
import { inTurns } from '../support/http';
import type { Role } from './cast';
import { FaithfulClient } from './client';
import { Dice } from './dice';
import { type History, newHistory } from './history';

type Seat = Role & { client: FaithfulClient; number: number };

/** Many faithful clients who type as the dice say, and what became of it. */
export class Crowd {
  readonly history: History = newHistory();
  /** From typing to the acknowledgement, and from sending to the answer. */
  readonly saved = new Tally();
  readonly answered = new Tally();
  typed = 0;
  private seats: Seat[] = [];
  private counter = 0;
  private readonly dice: Dice;

  constructor(
    private readonly plan: SeededPlan,
    seed: number,
  ) {
    this.dice = new Dice(seed);
  }

  /** Everybody signs in and opens both pages. @param direct the program past the network, for signing in */
  async sitDown(roles: readonly Role[], site: string, direct: string): Promise<void> {
    this.seats = await inTurns(roles, async (role, number) => {
      const cookie = await signInAs(direct, role.person, this.plan.regionId);
      const client = new FaithfulClient({
        ...{ name: `${role.person}#${number}`, cookie, site, history: this.history },
        dice: new Dice(number + 1),
        onSaved: (ms, attemptMs) => {
          this.saved.add(ms);
          this.answered.add(attemptMs);
        },
      });
      await client.open(role.own);
      await client.open(role.shared);
      return { ...role, client, number };
    });
  }

  /** Somebody types in one cell, or now and then in two at once. */
  typeSomewhere(): void {
    const seat = this.dice.pick(this.seats);
    const itemId = this.dice.chance(0.3) ? seat.shared : seat.own;
    const fields = Object.fromEntries([
      this.someField(seat),
      ...(this.dice.chance(0.1) ? [this.someField(seat)] : []),
    ]);
    this.type(seat, itemId, fields);
  }

  /** All of one department type in the same field of their shared item at the same moment. */
  typeTogether(): void {
    const { shared } = this.dice.pick(this.seats);
    const [field] = this.someField(this.seats[0] as Seat);
    for (const seat of this.seats.filter(other => other.shared === shared))
      this.type(seat, shared, { [field]: this.valueOf(seat, field) });
  }

  /** Somebody opens a page once more, whatever is waiting there. */
  async lookSomewhere(): Promise<void> {
    const seat = this.dice.pick(this.seats);
    await seat.client.look(this.dice.chance(0.5) ? seat.shared : seat.own);
  }

  /** Some of those whose values clash choose. */
  decide(share = 0.3): void {
    for (const { client, own, shared } of this.seats)
      for (const itemId of [own, shared]) if (this.dice.chance(share)) client.decide(itemId);
  }

  /** Waits until all is saved, by nothing but the clients' own trying; answers with who is not done by then. */
  async settle(limitMs: number): Promise<string[]> {
    const restless = () => this.seats.filter(({ client }) => !client.isSettled());
    for (const since = Date.now(); Date.now() - since < limitMs && restless().length > 0; await pause(50))
      this.decide(1);
    for (const { client } of this.seats) client.conclude();
    return restless().map(
      ({ client }) => `${client.name}: ${client.sender.snapshot().problem ?? 'not settled'}`,
    );
  }

  refusals(): string[] {
    return this.seats.flatMap(({ client }) => client.refusals);
  }

  leave(): void {
    for (const { client } of this.seats) client.close();
  }

  private type({ client }: Seat, itemId: string, fields: Fields): void {
    this.typed += Object.keys(fields).length;
    client.type(itemId, fields);
  }

  private someField(seat: Seat): [string, Fields[string]] {
    const field = this.dice.chance(0.1)
      ? this.dice.pick(['definition', 'source'])
      : `milestones.${this.dice.pick(this.plan.years)}`;
    return [field, this.valueOf(seat, field)];
  }

  // No two values are the same, so that whose it was can be told wherever it turns up.
  private valueOf({ number }: Seat, field: string): Fields[string] {
    this.counter += 1;
    const unique = (number + 1) * 100_000 + this.counter;
    return field.startsWith('milestones.') ? { ...emptyCell, low: String(unique) } : `Catatan ${unique}`;
  }
}
