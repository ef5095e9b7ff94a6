import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startDatabase } from '@/lib/database/embedded';
import { atEnd } from '../bench/ending';
import { memoryOf } from '../bench/process-facts';
import { say, show } from '../bench/report';
import { seedLarge } from '../bench/seeded-plan';
import { signInAs } from '../support/endpoints/world';
import { expectLogMatchesTables } from '../support/fold';
import { reachableFolder } from '../support/folder';
import { ask } from '../support/http';
import { freePort, startProgram } from '../support/program';
import { tableHashes } from '../support/table-hashes';

export type RestoreOptions = { indicators: number };

export const longRestore: RestoreOptions = { indicators: 5_000 };
export const shortRestore: RestoreOptions = { indicators: 200 };

/**
 * Backs up a plan, restores it into the empty embedded database of another folder by the commands that people
 * type, and starts the program on it; answers with all that is not as it was.
 */
export async function runRestore({ indicators }: RestoreOptions): Promise<string[]> {
  const wrong: string[] = [];
  const folder = reachableFolder();
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const [kept, fresh, file] = ['asal', 'tujuan', 'cadangan.gz'].map(name => join(folder, name)) as Trio;
  const source = await startDatabase({ dataDir: kept });
  atEnd(source.stop);
  const plan = await seedLarge({ url: source.url, folder, isSystem: false }, 'rembug_drill', indicators);
  const before = await tableHashes(plan.url);
  const backedUp = await command(['lib/database/backup-cli.ts', file], { DATABASE_URL: plan.url });
  const restored = await command(['lib/database/restore-cli.ts', file], {
    DATABASE_URL: '',
    DATA_DIR: fresh,
  });
  const head = /plan:\S+: \d+ catatan, ujung (\w+)/.exec(backedUp.said)?.[1] ?? '';
  const audit = await command(['lib/plan/log/verify-cli.ts', '--head', head], {
    ...{ DATABASE_URL: '', DATA_DIR: fresh, NODE_OPTIONS: '' },
  });
  for (const { code, said } of [backedUp, restored, audit]) if (code !== 0) wrong.push(said);
  const target = await startDatabase({ dataDir: fresh });
  const after = await tableHashes(target.url);
  for (const [table, { rows, hash }] of Object.entries(before)) {
    const now = after[table];
    if (now?.rows !== rows || now.hash !== hash) wrong.push(`${table}: ${rows} baris, kini ${now?.rows}`);
  }
  await expectLogMatchesTables(target.url);
  await target.stop();
  wrong.push(...(await startOn(fresh, plan.drafts[0]?.operator ?? '', plan.regionId)));
  const size = statSync(file).size / 1e6;
  const rows = Object.values(before).reduce((sum, table) => sum + table.rows, 0);
  say(`  ${indicators} indikator, ${rows} baris, cadangan ${show(size)} MB`);
  for (const [what, { tookMs, mostMb }] of Object.entries({ backup: backedUp, restore: restored, audit }))
    say(`  ${what}: ${show(tookMs)} ms, memori paling banyak ${mostMb} MB`);
  return wrong;
}

// Whatever is held of a large plan at once would not fit.
const smallHeap = { NODE_OPTIONS: '--max-old-space-size=80' };

type Trio = [string, string, string];
type Done = { code: number | null; said: string; tookMs: number; mostMb: number };

/** Runs one of the program's commands, watching how much memory it takes. */
async function command(args: string[], env: Record<string, string>): Promise<Done> {
  const since = Date.now();
  const child: ChildProcess = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', ...args],
    {
      env: { ...process.env, ...smallHeap, ...env } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  let mostMb = 0;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', chunk => {
      said += chunk;
    });
  const closed = once(child, 'close');
  const watch = setInterval(() => {
    try {
      mostMb = Math.max(mostMb, memoryOf(child.pid ?? 0).mostMb || 0);
    } catch {
      // It has just ended.
    }
  }, 50);
  await closed;
  clearInterval(watch);
  return { code: child.exitCode, said, tookMs: Date.now() - since, mostMb };
}

/** The program starts on what was restored, without demo data, and lets its people in. */
async function startOn(dataDir: string, operator: string, regionId: string): Promise<string[]> {
  const program = await startProgram({
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    LOG_LEVEL: 'warn',
  });
  try {
    const cookie = await signInAs(program.url, operator, regionId);
    for (let turn = 0; turn < 3; turn += 1) {
      const { status, text } = await ask(`${program.url}/rencana`, { cookie });
      if (status === 200 && text.includes('uji nomor')) return [];
      await pause(100);
    }
    return ['/rencana shows none of the plan'];
  } finally {
    await program.stop();
  }
}
