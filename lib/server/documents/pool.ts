import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { TableDocument } from '../../books/document';
import type { Format } from '../../exchange/schema';
import { startWorker } from './start-worker';
import type { Answer, Order } from './worker';

/** Renders outside of the request loop; see `documentPool`. */
export type DocumentPool = {
  render: (format: Format, document: TableDocument, onStage: (stage: string) => void) => Promise<Uint8Array>;
  /** Ends the workers and refuses what still waits. */
  stop: () => void;
};

type Job = {
  format: Format;
  document: TableDocument;
  onStage: (stage: string) => void;
  resolve: (content: Uint8Array) => void;
  reject: (error: Error) => void;
};

type Limits = { workers?: number; limitMs?: number; restMs?: number; file?: string };

const rowsAtOnce = 500;
const tooLong = 'Berkas terlalu lama dibuat. Kurangi barisnya dengan saringan, lalu unduh lagi.';

/**
 * Up to `workers` processes, started when first needed, and a queue before them; a process that rested for
 * `restMs` ends. A render that fails, crashes its process or takes longer than `limitMs` rejects, and the process
 * is replaced when the next job comes. Processes, because a thread cannot be ended while Typst sets pages in it.
 */
export function documentPool({
  workers = 2,
  limitMs = 120_000,
  restMs = 300_000,
  file = ownFile(),
}: Limits = {}): DocumentPool {
  const idle = new Map<ChildProcess, NodeJS.Timeout>();
  const all = new Set<ChildProcess>();
  const waiting: Job[] = [];

  const next = () => {
    while (waiting.length > 0 && (idle.size > 0 || all.size < workers)) {
      const job = waiting.shift();
      if (job) run(takeIdle() ?? start(), job);
    }
  };
  const start = () => {
    const worker = startWorker(file);
    all.add(worker);
    worker.once('exit', () => drop(worker));
    // Without a listener, what fails in an ended worker would be a fault of the whole program.
    worker.on('error', () => drop(worker));
    return worker;
  };
  const takeIdle = () => {
    const [worker] = idle.keys();
    if (worker) forget(worker);
    return worker;
  };
  const forget = (worker: ChildProcess) => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
  };
  const drop = (worker: ChildProcess) => {
    forget(worker);
    all.delete(worker);
    worker.kill('SIGKILL');
  };
  const run = (worker: ChildProcess, job: Job) => {
    const end = (settle: () => void, isFit: boolean) => {
      clearTimeout(limit);
      worker.off('exit', onExit).off('error', fail).off('message', onMessage);
      if (isFit) idle.set(worker, setTimeout(drop, restMs, worker).unref());
      else drop(worker);
      settle();
      next();
    };
    const fail = (error: Error) => end(() => job.reject(error), false);
    const onExit = (code: number | null, signal: string | null) =>
      fail(new Error(`the worker ended: ${code ?? signal}`));
    const onMessage = (message: unknown) => {
      const answer = message as Answer;
      if (answer.kind === 'stage') job.onStage(answer.stage);
      else if (answer.kind === 'done') end(() => job.resolve(answer.content), true);
      else end(() => job.reject(new Error(answer.reason)), true);
    };
    const limit = setTimeout(fail, limitMs, new Error(tooLong));
    worker.on('exit', onExit).on('error', fail).on('message', onMessage);
    void send(worker, job);
  };

  return {
    render: (format, document, onStage) =>
      new Promise((resolve, reject) => {
        waiting.push({ format, document, onStage, resolve, reject });
        next();
      }),
    stop: () => {
      for (const job of waiting.splice(0)) job.reject(new Error('the pool was stopped'));
      for (const worker of all) drop(worker);
    },
  };
}

async function send(worker: ChildProcess, { format, document }: Job): Promise<void> {
  const { rows, ...rest } = document;
  // A worker that ended meanwhile says so by its exit; what could not be sent needs no second report.
  const order = (message: Order) => worker.send(message, () => {});
  order({ kind: 'begin', format, document: rest });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    order({ kind: 'rows', rows: rows.slice(from, from + rowsAtOnce) });
    await setImmediate();
  }
  order({ kind: 'draw' });
}

// Every process of the program works in its own folder, and a bundle has no file beside it.
const ownFile = () => join(process.cwd(), 'lib/server/documents/worker.ts');
