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
  /** The program on a plan of so many indicators; 41 is the demo's own plan. */
  world: (indicators: number) => Promise<World>;
  /** A plan in a database that the program does not serve. */
  plan: (name: string, indicators: number) => Promise<SeededPlan>;
  emptyApp: () => Promise<EmptyApp>;
};

export async function newBench(options: Options, report: Report): Promise<Bench> {
  const cluster = await startCluster();
  const worlds = new Map<number, Promise<World>>();
  let emptyApp: Promise<EmptyApp> | undefined;
  const plan = (name: string, indicators: number) =>
    indicators === 41 ? seedReal(cluster, name) : seedLarge(cluster, name, indicators);
  return {
    ...{ options, report, cluster, plan },
    world: indicators => {
      const known = worlds.get(indicators) ?? plan(`bench_${indicators}`, indicators).then(startWorld);
      worlds.set(indicators, known);
      return known;
    },
    emptyApp: () => {
      emptyApp ??= startEmptyApp();
      return emptyApp;
    },
  };
}
