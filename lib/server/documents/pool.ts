import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { TableDocument } from '../../books/document';
import type { Format } from '../../exchange/schema';
import type { Answer, Order } from './worker';

/** Renders outside of the request loop; see `documentPool`. */
export type DocumentPool = {
  render: (format: Format, document: TableDocument, onStage: (stage: string) => void) => Promise<Uint8Array>;
  /** Refuses what still waits and ends the threads; done when the last is gone, which library code can put off. */
  stop: () => Promise<void>;
};

type Job = {
  format: Format;
  document: TableDocument;
  onStage: (stage: string) => void;
  resolve: (content: Uint8Array) => void;
  reject: (error: Error) => void;
};

type Limits = { workers?: number; limitMs?: number; file?: string };

const rowsAtOnce = 500;
const memory = { maxOldGenerationSizeMb: 512 };

/**
 * Up to `workers` threads, started when first needed, and a queue before them. A render that fails, crashes its
 * thread or takes longer than `limitMs` milliseconds rejects; the thread is replaced when the next job comes.
 */
export function documentPool({
  workers = 2,
  limitMs = 120_000,
  file = ownFile(),
}: Limits = {}): DocumentPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const leaving = new Set<Promise<unknown>>();
  const waiting: Job[] = [];

  const next = () => {
    while (waiting.length > 0 && (idle.length > 0 || all.size < workers)) {
      const job = waiting.shift();
      if (job) run(idle.pop() ?? start(), job);
    }
  };
  const start = () => {
    const worker = new Worker(file, { execArgv: [], resourceLimits: memory });
    worker.unref();
    all.add(worker);
    return worker;
  };
  const drop = (worker: Worker) => {
    all.delete(worker);
    const end: Promise<unknown> = worker.terminate().finally(() => leaving.delete(end));
    leaving.add(end);
  };
  const run = (worker: Worker, job: Job) => {
    const end = (settle: () => void, isFit: boolean) => {
      clearTimeout(limit);
      // By name: without one, Node's own listeners go too and the thread falls silent.
      for (const name of ['message', 'error', 'exit']) worker.removeAllListeners(name);
      // What an ended thread still says must not be taken for a fault of the whole program.
      worker.on('error', () => {});
      if (isFit) idle.push(worker);
      else drop(worker);
      settle();
      next();
    };
    const fail = (error: Error) => end(() => job.reject(error), false);
    const limit = setTimeout(() => fail(new Error(`no ${job.format} after ${limitMs} ms`)), limitMs);
    worker.removeAllListeners('error');
    worker.on('error', error => fail(new Error(`worker crashed: ${String(error)}`)));
    worker.on('exit', code => fail(new Error(`worker ended with ${code}`)));
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'stage') job.onStage(answer.stage);
      else if (answer.kind === 'done') end(() => job.resolve(answer.content), true);
      else end(() => job.reject(new Error(answer.reason)), true);
    });
    void send(worker, job);
  };

  return {
    render: (format, document, onStage) =>
      new Promise((resolve, reject) => {
        waiting.push({ format, document, onStage, resolve, reject });
        next();
      }),
    stop: async () => {
      for (const job of waiting.splice(0)) job.reject(new Error('the pool was stopped'));
      for (const worker of all) drop(worker);
      idle.length = 0;
      await Promise.all(leaving);
    },
  };
}

async function send(worker: Worker, { format, document }: Job): Promise<void> {
  const { rows, ...rest } = document;
  const order = (message: Order) => worker.postMessage(message);
  order({ kind: 'begin', format, document: rest });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    order({ kind: 'rows', rows: rows.slice(from, from + rowsAtOnce) });
    await setImmediate();
  }
  order({ kind: 'draw' });
}

// Every process of the program works in its own folder, and a bundle has no file beside it.
const ownFile = () => join(process.cwd(), 'lib/server/documents/thread.mjs');
