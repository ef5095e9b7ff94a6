import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { asked, type Cluster } from './cluster';
import { Tally } from './load';

export type Machine = {
  cores: number;
  processor: string;
  memoryGb: number;
  node: string;
  postgres: string;
  load: number;
  /** How long the disk takes to keep 8 KB, in ms; every commit waits for it. */
  commitMs: { p50: number; p95: number };
};

/** What the figures were measured on. */
export async function describeMachine(cluster: Cluster): Promise<Machine> {
  const [version] = await asked<{ server_version: string }>(cluster.url, 'SHOW server_version');
  const { p50, p95 } = timeCommits(cluster.folder);
  return {
    ...{ cores: availableParallelism(), processor: cpus()[0]?.model ?? '' },
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.versions.node,
    postgres: `${version?.server_version} (${cluster.isSystem ? 'milik sistem' : 'bawaan'})`,
    load: loadavg()[0] ?? 0,
    commitMs: { p50, p95 },
  };
}

// What pg_test_fsync times as "fdatasync", PostgreSQL's way on Linux.
function timeCommits(folder: string) {
  const path = join(folder, 'commit-latency');
  const file = openSync(path, 'w');
  const page = Buffer.alloc(8192, 1);
  const tally = new Tally();
  for (let turn = 0; turn < 300; turn += 1) {
    const since = performance.now();
    writeSync(file, page, 0, page.length, (turn % 64) * page.length);
    fdatasyncSync(file);
    tally.add(performance.now() - since);
  }
  closeSync(file);
  rmSync(path);
  return tally.over(1);
}
