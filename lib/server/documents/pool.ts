import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isProse, type PrintedDocument } from '../../books/text-document';
import { readingFailed } from '../../exchange/foreign/refusal';
import type { Format } from '../../exchange/schema';
import type { OpenedFile, Sheet, SheetCell } from '../../exchange/sheet';
import { startWorker } from './start-worker';
import type { Answer, Order } from './worker';

/** Renders and opens files outside of the request loop; see `documentPool`. */
export type DocumentPool = {
  render: (
    format: Format,
    document: PrintedDocument,
    onStage: (stage: string) => void,
  ) => Promise<Uint8Array>;
  /** A foreign file as sheets. Rejects with the error of a reader that died or took too long. */
  open: (content: Uint8Array, fileName: string) => Promise<OpenedFile>;
  /** Ends the workers and refuses what still waits. */
  stop: () => void;
};

type Job = {
  send: (order: (message: Order) => void) => Promise<void>;
  /** Takes an answer; true when it was the last. */
  hear: (answer: Exclude<Answer, { kind: 'failed' }>) => boolean;
  reject: (error: Error) => void;
};

type Limits = { workers?: number; limitMs?: number; restMs?: number; file?: string; tooLong?: string };

const rowsAtOnce = 500;
const drawnTooLong = 'Berkas terlalu lama dibuat. Kurangi barisnya dengan saringan, lalu unduh lagi.';

/**
 * Up to `workers` processes, started when first needed, and a queue before them; a process that rested for
 * `restMs` ends. A job that fails, crashes its process or takes longer than `limitMs` rejects, and the process
 * is replaced when the next job comes. Processes, because a thread cannot be ended while Typst sets pages in it.
 */
export function documentPool({
  workers = 2,
  limitMs = 120_000,
  restMs = 300_000,
  file = ownFile(),
  tooLong = drawnTooLong,
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
      if (answer.kind === 'failed') end(() => job.reject(new Error(answer.reason)), true);
      else if (job.hear(answer)) end(() => {}, true);
    };
    const limit = setTimeout(fail, limitMs, new Error(tooLong));
    worker.on('exit', onExit).on('error', fail).on('message', onMessage);
    // A worker that ended meanwhile says so by its exit; what could not be sent needs no second report.
    void job.send(message => worker.send(message, () => {}));
  };
  const add = (job: Job) => {
    waiting.push(job);
    next();
  };

  return {
    render: (format, document, onStage) =>
      new Promise((resolve, reject) =>
        add({
          send: order => sendDocument(order, format, document),
          hear: answer => {
            if (answer.kind === 'stage') onStage(answer.stage);
            if (answer.kind === 'done') resolve(answer.content);
            return answer.kind === 'done';
          },
          reject,
        }),
      ),
    open: (content, fileName) =>
      new Promise((resolve, reject) => {
        const hear = collected(resolve);
        add({ send: async order => order({ kind: 'open', content, fileName }), hear, reject });
      }),
    stop: () => {
      for (const job of waiting.splice(0)) job.reject(new Error('the pool was stopped'));
      for (const worker of all) drop(worker);
    },
  };
}

/** One process that reads foreign files, and is replaced when one of them is too much for it. */
export const readerPool = (limits: Limits = {}): DocumentPool =>
  documentPool({ workers: 1, limitMs: 30_000, restMs: 60_000, tooLong: readingFailed.tooSlow, ...limits });

async function sendDocument(order: (message: Order) => void, format: Format, document: PrintedDocument) {
  if (isProse(document)) {
    order({ kind: 'begin', format, document });
    return order({ kind: 'draw' });
  }
  const { rows, ...rest } = document;
  order({ kind: 'begin', format, document: rest });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    order({ kind: 'rows', rows: rows.slice(from, from + rowsAtOnce) });
    await setImmediate();
  }
  order({ kind: 'draw' });
}

/** Puts the rows that come in pieces back into their sheets. */
function collected(resolve: (file: OpenedFile) => void): Job['hear'] {
  const rows: SheetCell[][][] = [];
  return answer => {
    if (answer.kind === 'read') {
      rows[answer.sheet] ??= [];
      for (const row of answer.rows) rows[answer.sheet]?.push(row);
    }
    if (answer.kind !== 'opened') return false;
    const { file } = answer;
    const sheets = (list: Sheet[]) => list.map((sheet, index) => ({ ...sheet, rows: rows[index] ?? [] }));
    resolve(file.ok ? { ...file, sheets: sheets(file.sheets) } : file);
    return true;
  };
}

// Every process of the program works in its own folder, and a bundle has no file beside it.
const ownFile = () => join(process.cwd(), 'lib/server/documents/worker.ts');
