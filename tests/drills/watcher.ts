import { get } from 'node:http';
import { Connection } from '../bench/connection';
import { Tally } from '../bench/load';
import type { History } from './history';

const againMs = 1_000;

/**
 * Somebody who has the plan open behind the bad network: hears of a change by the stream, which begins again from
 * where it was cut, and fetches the item as its page does.
 */
export class Watcher {
  /** When each revision had been fetched, in ms of the clock of the history. */
  private readonly seenAt = new Map<number, number>();
  private last: number | null = null;
  private waiting: { revision: number; path: string }[] = [];
  private isFetching = false;
  private isClosed = false;
  private reading: Connection;
  private request: ReturnType<typeof get> | null = null;

  constructor(
    private readonly site: string,
    private readonly cookie: string,
  ) {
    this.reading = new Connection(site);
    this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.request?.destroy();
    this.reading.close();
  }

  /** From the acknowledgement of each change to when it had been seen here. */
  delays({ attempts }: History): Tally {
    const tally = new Tally();
    for (const { outcome, until } of attempts) {
      const seen = outcome?.ok && until !== null ? this.seenAt.get(outcome.revision) : undefined;
      if (seen !== undefined && until !== null) tally.add(Math.max(0, seen - until));
    }
    return tally;
  }

  private connect(): void {
    if (this.isClosed) return;
    const since = this.last === null ? '' : `?sejak=${this.last}`;
    let rest = '';
    let isOver = false;
    const over = () => {
      if (isOver || this.isClosed) return;
      isOver = true;
      setTimeout(() => this.connect(), againMs * (0.5 + Math.random()));
    };
    this.request = get(
      `${this.site}/api/aliran${since}`,
      { headers: { cookie: this.cookie }, agent: false },
      answer => {
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          const events = (rest + text).split('\n\n');
          rest = events.pop() ?? '';
          for (const event of events) if (event.includes('event: kabar')) this.take(event);
        });
        answer.on('close', over);
        answer.on('error', over);
      },
    );
    this.request.on('error', over);
  }

  private take(event: string): void {
    const { revision, items, versions } = JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}') as {
      revision: number;
      items: string[];
      versions: number[];
    };
    this.last = revision;
    const [id] = items;
    if (id === undefined) return;
    this.waiting.push({
      revision,
      path: `/indikator/${id}/isi?sejak=${Math.max(1, (versions[0] ?? 1) - 1)}`,
    });
    void this.fetchNext();
  }

  private async fetchNext(): Promise<void> {
    if (this.isFetching || this.isClosed) return;
    const upTo = this.waiting.at(-1);
    if (!upTo) return;
    this.waiting = [];
    this.isFetching = true;
    const answer = await this.reading
      .send({ path: upTo.path, headers: { cookie: this.cookie } })
      .catch(() => null);
    this.isFetching = false;
    // What may no longer be read is not waited for.
    if (answer?.status !== 200 && answer?.status !== 404) {
      this.reading.close();
      this.waiting.unshift(upTo);
      if (!this.isClosed) setTimeout(() => void this.fetchNext(), 200);
      return;
    }
    const now = Date.now();
    for (let at = upTo.revision; at > 0 && !this.seenAt.has(at); at -= 1) this.seenAt.set(at, now);
    void this.fetchNext();
  }
}
