import { closeDatabases } from '@/lib/database/client';
import { migrate } from '@/lib/database/migrate';
import { foundRegion } from '@/lib/people/write/found-region';
import type { PlanItem } from '@/lib/plan/item';
import { seedDemo } from '@/prisma/seed/demo';
import { demoPassword } from '@/prisma/seed/demo-accounts';
import { purbalinggaFile } from '@/prisma/seed/purbalingga';
import { enterLargePlan } from '../support/large-plan';
import { type Cluster, makeDatabase } from './cluster';

/** An indicator that its department may change, with the user name of that department's operator. */
export type Draft = { item: PlanItem; operator: string };

/** A database with one plan in it. */
export type SeededPlan = {
  url: string;
  regionId: string;
  years: number[];
  indicators: number;
  drafts: Draft[];
};

const years = Array.from({ length: 10 }, (_, index) => 2025 + index);

/** The demo's own plan of 41 indicators, entered through the program's writes. */
export async function seedReal(cluster: Cluster, name: string): Promise<SeededPlan> {
  const url = await freshDatabase(cluster, name);
  await seedDemo();
  await closeDatabases();
  return { url, regionId: '33-03', years: [], indicators: 41, drafts: [] };
}

/**
 * A made-up plan of so many indicators and ten years. The first fifty belong to the first 25 departments,
 * two each, whatever the size; all others to the rest. Every third is approved, the others are drafts.
 */
export async function seedLarge(cluster: Cluster, name: string, indicators: number): Promise<SeededPlan> {
  const url = await freshDatabase(cluster, name);
  const file = purbalinggaFile(new Date());
  const { regionId } = await foundRegion(
    { ...file, plan: { ...file.plan, years } },
    { password: demoPassword },
  );
  await closeDatabases();
  const departments = file.departments.map(({ code }) => code.toLowerCase());
  const [small, large] = [departments.slice(0, 25), departments.slice(25)];
  const items = await enterLargePlan(url, {
    ...{ regionId, indicators, years, isApproved: index => index % 3 === 2 },
    dimensionIds: file.dimensions.map(({ code }) => `p1-${code.toLowerCase()}`),
    ownerOf: index => (index < 50 ? small[index % 25] : large[index % large.length]) ?? '',
  });
  const drafts = items
    .filter(({ status }) => status === 'draft')
    .map(item => ({ item, operator: `${item.departmentId}.operator` }));
  return { url, regionId, years, indicators, drafts };
}

async function freshDatabase(cluster: Cluster, name: string): Promise<string> {
  const url = await makeDatabase(cluster, name);
  await migrate(url);
  process.env.DATABASE_URL = url;
  return url;
}
