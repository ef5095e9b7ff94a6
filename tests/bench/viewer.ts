import { type ClientRequest, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Tally } from './load';
import type { Reader } from './reader';

/** As components/matrix/watch.ts does. */
const spreadMs = 800;
const leastMs = 1_500;

/** When each revision was acknowledged to who wrote it, in ms of this process. */
export type Acknowledged = Map<number, number>;

/**
 * Somebody who has the plan open: is told by the stream, and then fetches what changed, as the page does.
 * `told` gathers how long after its acknowledgement each change was told (0 when it was told before),
 * `shown` how long until it had been fetched.
 */
export class Viewer {
  private readonly request: ClientRequest;
  private last = 0;
  /** Revisions that concern them and have not been fetched yet. */
  private awaited: number[] = [];
  private askedAt = 0;
  private timer: NodeJS.Timeout | undefined;
  private isAsking = false;
  private isClosed = false;

  constructor(
    site: string,
    cookie: string,
    private readonly reader: Reader,
    /** Reads everything, so that each change concerns them; others fetch only what they may read. */
    private readonly readsAll: boolean,
    private readonly acknowledged: Acknowledged,
    private readonly tallies: { told: Tally; shown: Tally; fetched: Tally },
  ) {
    let rest = '';
    this.request = get(`${site}/api/aliran`, { headers: { cookie }, agent: false }, answer => {
      if (answer.statusCode !== 200) this.tallies.told.fail(`stream: ${answer.statusCode}`);
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) if (event.includes('event: kabar')) this.take(event);
      });
      answer.on('close', () => this.isClosed || this.tallies.told.fail('a stream was cut'));
    });
    this.request.on('error', error => this.isClosed || this.tallies.told.fail(error.message));
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.request.destroy();
    this.reader.close();
  }

  private take(event: string): void {
    const said = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}') as {
      revision: number;
      items: string[];
    };
    const { revision, items } = said;
    const now = performance.now();
    for (let at = (this.last || revision - 1) + 1; at <= revision; at += 1) {
      this.tallies.told.add(Math.max(0, now - (this.acknowledged.get(at) ?? now)));
      if (this.readsAll) this.awaited.push(at);
    }
    // Which of several revisions it was is not said; the last one is.
    if (!this.readsAll && items.length > 0) this.awaited.push(revision);
    this.last = revision;
    if (this.timer || this.isAsking || !(this.readsAll || items.length > 0)) return;
    const wait = Math.max(Math.random() * spreadMs, leastMs - (now - this.askedAt));
    this.timer = setTimeout(() => void this.fetch(), wait);
  }

  private async fetch(): Promise<void> {
    this.timer = undefined;
    this.isAsking = true;
    this.askedAt = performance.now();
    const upTo = this.last;
    await this.reader.readAgain(upTo).then(
      () => {
        const now = performance.now();
        this.tallies.fetched.add(now - this.askedAt);
        for (const at of this.awaited)
          if (at <= upTo) this.tallies.shown.add(Math.max(0, now - (this.acknowledged.get(at) ?? now)));
        this.awaited = this.awaited.filter(at => at > upTo);
      },
      error => this.isClosed || this.tallies.fetched.fail(String(error)),
    );
    this.isAsking = false;
  }
}
