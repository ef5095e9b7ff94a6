import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from './connection';
import { type Measured, Tally } from './load';

/** Memory that a process holds now and held at most, in MB. */
export function memoryOf(pid: number): { nowMb: number; mostMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024);
  return { nowMb: mb('VmRSS'), mostMb: mb('VmHWM') };
}

export type Delays = { program: Measured; bench: { p99: number } };

/**
 * How long the program's event loop keeps others waiting while `run` runs, seen from outside: its front refuses
 * an impossible address before anything is asked of anybody. The bench's own delay stands beside it.
 */
export async function watchDelays<Result>(
  site: string,
  run: () => Promise<Result>,
): Promise<[Result, Delays]> {
  const tally = new Tally();
  const own = monitorEventLoopDelay({ resolution: 10 });
  own.enable();
  const connection = new Connection(site);
  let isOver = false;
  const probe = async () => {
    while (!isOver) {
      const since = performance.now();
      const { status } = await connection.send({ path: '/_detak' });
      if (status === 404) tally.add(performance.now() - since);
      else tally.fail(`/_detak: ${status}`);
      await pause(20);
    }
  };
  const probing = probe();
  try {
    const result = await run();
    isOver = true;
    await probing;
    return [result, { program: tally.over(1), bench: { p99: own.percentile(99) / 1e6 } }];
  } finally {
    isOver = true;
    own.disable();
    connection.close();
  }
}
