import { rmSync } from 'node:fs';
import { startDatabase } from '@/lib/database/embedded';
import { atEnd } from '../bench/ending';
import { type SeededPlan, seedLarge } from '../bench/seeded-plan';
import { reachableFolder } from '../support/folder';
import { freePort, startProgram } from '../support/program';
import { crashDatabase } from './crash-database';
import { type BadNetwork, startProxy } from './proxy';

/** A program, its own PostgreSQL and the bad network before it; each can be ended and started apart. */
export type Stage = {
  plan: SeededPlan;
  proxy: BadNetwork;
  /** The program itself, past the network. */
  site: string;
  pid: () => number;
  /** What all its runs have said. */
  said: () => string;
  /** @param cwd another copy of the program */
  startProgram: (cwd?: string) => Promise<void>;
  stopProgram: (signal: NodeJS.Signals) => Promise<void>;
  startDatabase: () => Promise<void>;
  stopDatabase: () => Promise<void>;
  /** Kills PostgreSQL with all its children, as a power cut would; it is revived by what started it. */
  crashDatabase: () => void;
};

/** Sets up a plan of so many indicators in a durable database of its own, with the built program serving it. */
export async function setStage(indicators: number, seed: number): Promise<Stage> {
  const dataDir = reachableFolder();
  atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  let database = await startDatabase({ dataDir });
  atEnd(() => database.stop());
  const cluster = { url: database.url, folder: dataDir, isSystem: false };
  const plan = await seedLarge(cluster, 'rembug_drill', indicators);
  const port = await freePort();
  const env = {
    ...{ DATABASE_URL: plan.url, PORT: String(port), LOG_LEVEL: 'warn' },
    AUTH_SECRET: `latihan-${seed}`.padEnd(40, '-'),
  };
  let program = await startProgram(env);
  const earlier: string[] = [];
  atEnd(() => program.stop());
  const proxy = await startProxy(port, seed);
  atEnd(proxy.close);
  return {
    ...{ plan, proxy, site: program.url },
    pid: () => program.child.pid ?? 0,
    said: () => [...earlier, program.said()].join(''),
    startProgram: async cwd => {
      program = await startProgram(env, { cwd });
    },
    stopProgram: async signal => {
      await program.stop(signal);
      earlier.push(program.said());
    },
    startDatabase: async () => {
      database = await startDatabase({ dataDir, port: Number(new URL(database.url).port) });
    },
    stopDatabase: () => database.stop(),
    crashDatabase: () => crashDatabase(dataDir),
  };
}

/** Lines of its log in which the program itself calls something an error. */
export function errorsIn(said: string): string[] {
  return said.split('\n').filter(line => /"level":(50|60)\b/.test(line));
}
