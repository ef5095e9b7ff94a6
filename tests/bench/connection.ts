import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { AnswerReader, type HttpAnswer } from './answer-reader';

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string };

const patienceMs = 60_000;
// The program closes what was idle for 20 s; whoever sends at that very moment would lose the request.
const idleMs = 15_000;

/**
 * One kept connection that sends one request at a time, with as little work as possible: the machine that
 * is measured also makes the load.
 */
export class Connection {
  private socket: Socket | null = null;
  private reader = new AnswerReader();
  private lastUsed = 0;
  private waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null;

  /** @param site e.g. http://localhost:3000; connected to at 127.0.0.1 */
  constructor(private readonly site: string) {}

  /** Sends a request and waits for its whole answer. Rejects when the connection is cut before that. */
  send({ method = 'GET', path, headers = {}, body }: Sent): Promise<HttpAnswer> {
    if (this.waiting) throw new Error('one request at a time');
    const { host } = new URL(this.site);
    const all = {
      host,
      ...headers,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    if (performance.now() - this.lastUsed > idleMs) this.close();
    const socket = this.open();
    this.reader = new AnswerReader();
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    if (this.socket && !this.socket.destroyed) return this.socket;
    const socket = connect(Number(new URL(this.site).port), '127.0.0.1');
    socket.setNoDelay(true);
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`no answer within ${patienceMs} ms`)));
    socket.on('data', chunk => this.take(chunk));
    socket.on('error', error => this.fail(error));
    socket.on('close', () => {
      if (this.socket === socket) this.fail(new Error('the connection was closed'));
    });
    this.socket = socket;
    return socket;
  }

  private take(chunk: Buffer): void {
    if (!this.reader.feed(chunk)) return;
    const { waiting } = this;
    this.waiting = null;
    this.lastUsed = performance.now();
    const answer = this.reader.answer();
    if (answer.headers.connection === 'close') this.close();
    waiting?.resolve(answer);
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = null;
    this.socket = null;
    waiting?.reject(error);
  }
}
