import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Dice } from './dice';

/** What the network does to whoever goes through it. */
export type Weather = {
  /** Added to a round trip, half of it each way, give or take the jitter. */
  delayMs: number;
  jitterMs: number;
  /** Of each connection, each way. */
  bytesPerSecond: number;
  /** Share of requests that reach the server while their reply is swallowed and the connection cut. */
  eatenShare: number;
};

export const calm: Weather = {
  delayMs: 0,
  jitterMs: 0,
  bytesPerSecond: Number.POSITIVE_INFINITY,
  eatenShare: 0,
};
/** The hall on a bad day: 300 ± 200 ms, 256 kbit/s, 2 % of replies lost. */
export const storm: Weather = { delayMs: 300, jitterMs: 200, bytesPerSecond: 32_000, eatenShare: 0.02 };

type Piece = { at: number; bytes: Buffer };

const pieceBytes = 2_048;
const mostHeld = 128 * 1024;

/** One direction of a connection: carries bytes late and slowly, and always in order. */
export class Line {
  private held: Piece[] = [];
  private heldBytes = 0;
  private sentAt = 0;
  private arrivesAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isEnding = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: () => Weather,
    private readonly dice: Dice,
  ) {}

  carry(chunk: Buffer): void {
    const { delayMs, jitterMs, bytesPerSecond } = this.weather();
    const lag = Math.max(0, delayMs + this.dice.between(-jitterMs, jitterMs)) / 2;
    this.sentAt = Math.max(this.sentAt, performance.now());
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const bytes = chunk.subarray(at, at + pieceBytes);
      this.sentAt += (bytes.length / bytesPerSecond) * 1000;
      this.arrivesAt = Math.max(this.arrivesAt, this.sentAt + lag);
      this.held.push({ at: this.arrivesAt, bytes });
      this.heldBytes += bytes.length;
    }
    if (this.heldBytes > mostHeld) this.from.pause();
    this.deliver();
  }

  /** The sender has said its last; whatever is under way still arrives. */
  end(): void {
    this.isEnding = true;
    this.deliver();
  }

  close(): void {
    clearTimeout(this.timer);
    this.held = [];
  }

  private deliver(): void {
    clearTimeout(this.timer);
    while (this.held[0] && this.held[0].at <= performance.now()) {
      const piece = this.held.shift();
      if (!piece) break;
      this.heldBytes -= piece.bytes.length;
      if (!this.to.destroyed) this.to.write(piece.bytes);
    }
    if (this.heldBytes <= mostHeld / 2) this.from.resume();
    const next = this.held[0];
    if (next) this.timer = setTimeout(() => this.deliver(), next.at - performance.now());
    else if (this.isEnding) this.to.end();
  }
}
