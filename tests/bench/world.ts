import { randomBytes } from 'node:crypto';
import { signInAs } from '../support/endpoints/world';
import { inTurns } from '../support/http';
import { freePort, type Program, startProgram } from '../support/program';
import { asked } from './cluster';
import { atEnd } from './ending';
import type { SeededPlan } from './seeded-plan';
import { Writer } from './writer';

/** The built program, serving one seeded plan. */
export type World = {
  plan: SeededPlan;
  site: string;
  program: Program;
  /** The session of this person, as a Cookie header; opened on first use. */
  cookieOf: (username: string) => Promise<string>;
  /** So many operators, each with a session and a draft of their own. The same ones every time. */
  writers: (count: number) => Promise<Writer[]>;
};

/** Starts the built program on a seeded plan, wherever earlier saves have left it. */
export async function startWorld(plan: SeededPlan): Promise<World> {
  const rows = await asked<{ id: string; version: number }>(plan.url, 'SELECT id, version FROM "Item"');
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const { item } of plan.drafts) item.version = versions.get(item.id) ?? item.version;
  const secret = randomBytes(48).toString('base64url');
  const program = await startProgram({
    ...{ DATABASE_URL: plan.url, AUTH_SECRET: secret, PORT: String(await freePort()), LOG_LEVEL: 'warn' },
  });
  atEnd(() => program.stop());
  const site = program.url;
  const cookies = new Map<string, Promise<string>>();
  const writers: Writer[] = [];
  return {
    ...{ plan, site, program },
    cookieOf: username => {
      const cookie = cookies.get(username) ?? signInAs(site, username, plan.regionId);
      cookies.set(username, cookie);
      return cookie;
    },
    writers: async count => {
      const missing = plan.drafts.slice(writers.length, count);
      const signedIn = await inTurns(missing, async ({ item, operator }) => {
        const cookie = await signInAs(site, operator, plan.regionId);
        return new Writer(site, cookie, item.id, item.version);
      });
      writers.push(...signedIn);
      if (writers.length < count) throw new Error(`the plan has drafts for ${writers.length} writers only`);
      return writers.slice(0, count);
    },
  };
}
