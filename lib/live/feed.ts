import type { News } from './news';

/** What a feed needs of the browser. */
export type FeedWorld = {
  open: (address: string) => EventSource;
  ask: (address: string, init: RequestInit) => Promise<Response>;
  random: () => number;
};

type Hear = { onNews: (news: News) => void; onPresence: (itemId: string) => void };

/** The server says something every fifteen seconds; after so long without a word nothing comes through. */
const silenceMs = 40_000;
/** Something on the way may take a stream and hold back what it says. */
const openingMs = 5_000;
const pollMs = 15_000;
const patienceMs = 10_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

/**
 * The news of a plan for one browser: by a stream, and where streams do not come through by asking, while the
 * stream is tried again ever more rarely. Whichever way, it goes on from the last revision that was told.
 * Ends by itself when the session does; `wake` looks whether there is one again.
 */
export class Feed {
  private stream: EventSource | null = null;
  private failures = 0;
  /** Something came through this stream. */
  private isFlowing = false;
  private isEnded = false;
  private isClosed = false;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private next: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly person: string,
    private revision: number,
    private readonly hear: Hear,
    private readonly world: FeedWorld,
  ) {
    this.connect();
  }

  /** Tells again everything since an earlier revision, for whoever stands there. */
  rewind(since: number): void {
    this.revision = Math.min(this.revision, since);
    if (!this.isEnded) this.connect();
  }

  /** Somebody looks again, or the network is back: no waiting. */
  wake(): void {
    if (this.isEnded) void this.poll();
    else if (!this.stream) this.connect();
  }

  close(): void {
    this.isClosed = true;
    this.stop();
  }

  private stop(): void {
    this.stream?.close();
    this.stream = null;
    for (const timer of [this.silence, this.retry, this.next]) clearTimeout(timer);
  }

  private address(path: string): string {
    return `${path}?${new URLSearchParams({ sejak: String(this.revision), orang: this.person })}`;
  }

  private connect(): void {
    clearTimeout(this.retry);
    this.stream?.close();
    this.isFlowing = false;
    const stream = this.world.open(this.address('/api/aliran'));
    this.stream = stream;
    const on = (event: string, take: (data: string) => void) =>
      stream.addEventListener(event, message => {
        if (this.stream !== stream) return;
        this.alive();
        take((message as MessageEvent<string>).data);
      });
    on('mulai', () => {});
    // Only one that lasts is no failure.
    on('denyut', () => {
      this.failures = 0;
    });
    on('kabar', data => this.take(JSON.parse(data) as News));
    on('hadir', data => this.hear.onPresence(JSON.parse(data) as string));
    on('akhir', () => this.end());
    stream.addEventListener('error', () => this.stream === stream && this.lose());
    this.listenOn();
    this.pollIn(openingMs);
  }

  private alive(): void {
    this.isFlowing = true;
    clearTimeout(this.next);
    this.listenOn();
  }

  private listenOn(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.lose(), silenceMs);
  }

  private take(news: News): void {
    // Within a plan it never goes back; a feed that nobody listens to yet stands nowhere.
    const isAnew = news.revision < this.revision && this.revision < Number.MAX_SAFE_INTEGER;
    this.revision = news.revision;
    this.hear.onNews(isAnew ? { ...news, isAnew } : news);
  }

  // The browser's own way of trying again knows neither growing pauses nor an end.
  private lose(): void {
    clearTimeout(this.silence);
    clearTimeout(this.retry);
    this.stream?.close();
    this.stream = null;
    this.isFlowing = false;
    const pause = Math.min(firstRetryMs * 2 ** this.failures, longestRetryMs);
    this.failures += 1;
    this.retry = setTimeout(() => this.connect(), pause * (0.25 + this.world.random()));
    this.pollIn(1_000);
  }

  private end(): void {
    this.isEnded = true;
    this.stop();
  }

  private pollIn(ms: number): void {
    clearTimeout(this.next);
    this.next = setTimeout(() => void this.poll(), ms * (0.8 + 0.4 * this.world.random()));
  }

  private async poll(): Promise<void> {
    const answer = await this.world
      .ask(this.address('/api/versi'), {
        headers: { 'if-none-match': `"${this.revision}"` },
        cache: 'no-store',
        signal: AbortSignal.timeout(patienceMs),
      })
      .catch(() => null);
    if (this.isClosed) return;
    if (answer?.status === 401) return this.end();
    const news = answer?.status === 200 ? ((await answer.json().catch(() => null)) as News | null) : null;
    if (this.isClosed) return;
    if (news) this.take(news);
    if (this.isEnded && (news || answer?.status === 304)) {
      this.isEnded = false;
      this.connect();
    } else if (!this.isEnded && !this.isFlowing) this.pollIn(pollMs);
  }
}
