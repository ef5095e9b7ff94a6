import { type Cluster, startCluster } from './cluster';
import { type EmptyApp, startEmptyApp } from './empty-app';
import type { Options } from './options';
import type { Report } from './report';
import { type SeededPlan, seedLarge, seedReal } from './seeded-plan';
import { startWorld, type World } from './world';

/** What the sections share: each server is started once, when it is first asked for. */
export type Bench = {
  options: Options;
  report: Report;
  cluster: Cluster;
  /** The program on a plan of so many indicators, started anew if it has died; 41 is the demo's own plan. */
  world: (indicators: number) => Promise<World>;
  /** A plan in a database that the program does not serve. */
  plan: (name: string, indicators: number) => Promise<SeededPlan>;
  emptyApp: () => Promise<EmptyApp>;
  /** A program that died under the load is an error, told with its last words. */
  noteDeaths: () => Promise<void>;
};

export async function newBench(options: Options, report: Report): Promise<Bench> {
  const cluster = await startCluster();
  const plans = new Map<number, Promise<SeededPlan>>();
  const worlds = new Map<number, Promise<World>>();
  let emptyApp: Promise<EmptyApp> | undefined;
  const plan = (name: string, indicators: number) =>
    indicators === 41 ? seedReal(cluster, name) : seedLarge(cluster, name, indicators);
  return {
    ...{ options, report, cluster, plan },
    world: async indicators => {
      const known = await worlds.get(indicators);
      if (known && !hasDied(known)) return known;
      const seeded = plans.get(indicators) ?? plan(`bench_${indicators}`, indicators);
      plans.set(indicators, seeded);
      const world = seeded.then(startWorld);
      worlds.set(indicators, world);
      return world;
    },
    noteDeaths: async () => {
      for (const [indicators, starting] of worlds) {
        const world = await starting;
        if (!hasDied(world)) continue;
        worlds.delete(indicators);
        const { child, said } = world.program;
        const first = `kode ${child.exitCode}, sinyal ${child.signalCode}: ${lastWords(said())}`;
        report.errors.push({ what: `Rembug dengan ${indicators} indikator mati`, count: 1, first });
      }
    },
    emptyApp: () => {
      emptyApp ??= startEmptyApp();
      return emptyApp;
    },
  };
}

const hasDied = ({ program: { child } }: World) => child.exitCode !== null || child.signalCode !== null;

const lastWords = (said: string) =>
  said.split('\n').find(line => /FATAL|Error/.test(line)) ?? said.trim().slice(-300);
