import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Cluster, makeDatabase } from './cluster';
import { atEnd } from './ending';
import type { Measured } from './load';

const program = '/usr/bin/pgbench';

/** pgbench's own simple update on the same server; null where pgbench is not installed. */
export async function startPgbench(
  cluster: Cluster,
): Promise<((clients: number, seconds: number) => Promise<Measured>) | null> {
  if (!existsSync(program)) return null;
  const url = await makeDatabase(cluster, 'bench_pgbench');
  const made = spawnSync(program, ['-i', '-q', '-s', '10', url], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`pgbench -i: ${made.stderr}`);
  return (clients, seconds) => run(url, clients, seconds);
}

async function run(url: string, clients: number, seconds: number): Promise<Measured> {
  const whole = String(Math.max(1, Math.ceil(seconds)));
  const args = ['-n', '-b', 'simple-update', '-c', String(clients), '-j', '2', '-T', whole, url];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  atEnd(() => child.kill());
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk;
    });
  const code = await new Promise(resolve => child.once('close', resolve));
  const perSecond = Number(/^tps = ([\d.]+)/m.exec(said)?.[1]);
  const unknown = { p50: Number.NaN, p95: Number.NaN, p99: Number.NaN };
  return code === 0
    ? { ...unknown, perSecond, count: Math.round(perSecond * seconds), errors: 0 }
    : { ...unknown, perSecond: 0, count: 0, errors: 1, firstError: said.slice(-500) };
}
