import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { reachableFolder } from '../folder';
import { ask, cookiesOf } from '../http';
import { freePort, type Program, startProgram } from '../program';
import { callAction, reasonsOf, returned } from './actions';

export const demoPassword = 'rembug-contoh-2024';

/** A program of the test's own with demo data, so that what the test changes disturbs nobody. */
export type World = {
  url: string;
  program: Program;
  /** Asks the database itself, as its owner. */
  sql: <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
};

/** Starts the built program on an empty folder and waits until the demo data are in. */
export async function startWorld(env: Record<string, string> = {}): Promise<World> {
  const dataDir = reachableFolder();
  const program = await startProgram({
    ...{ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'info', ...env },
  });
  const password = readFileSync(join(dataDir, 'database-password'), 'utf8').trim();
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const client = new Client(`postgresql://rembug:${password}@127.0.0.1:${port}/postgres`);
  client.on('error', () => {});
  await client.connect();
  return {
    ...{ url: program.url, program },
    sql: async (text, values) => (await client.query(text, values)).rows,
    close: async () => {
      await client.end();
      await program.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Signs in by the form's action and answers with the Cookie header of the new session. Throws when refused. */
export async function signInAs(site: string, username: string, regionId = '33-03'): Promise<string> {
  const args = [{ regionId, username, password: demoPassword }];
  const answer = await callAction(site, { name: 'signIn', path: '/masuk', args });
  const session = cookiesOf(answer)['rembug-sesi'];
  if (!session) throw new Error(`${username} was not let in: ${answer.status} ${answer.text.slice(0, 300)}`);
  return `rembug-sesi=${session}`;
}

/** Sends one change or step that must be taken and answers with the new version. Throws when it is refused. */
export async function mustTake(
  site: string,
  cookie: string,
  name: 'saveChangesAction' | 'takeStepAction',
  argument: unknown,
): Promise<number> {
  const path = name === 'takeStepAction' ? '/indikator/x' : '/perencanaan/sl';
  const answer = await callAction(site, { name, path, cookie, args: [argument] });
  const [outcome] = (returned(answer) ?? []) as { ok: boolean; version: number }[];
  if (!outcome?.ok) throw new Error(`${name} refused: ${reasonsOf(answer)} ${answer.text.slice(0, 600)}`);
  return outcome.version;
}

/** Whether a cookie still opens the account page. */
export async function isSignedIn(site: string, cookie: string): Promise<boolean> {
  return (await ask(`${site}/akun`, { cookie })).status === 200;
}

/** What no refused request may change: plans, items, accounts, sessions. */
export function stateOf({ sql }: World) {
  return sql(`SELECT
    (SELECT json_agg(p ORDER BY "regionId") FROM (SELECT "regionId", revision, "headHash" FROM "Plan") p) AS plans,
    (SELECT md5(string_agg(i::text, '' ORDER BY "regionId", id)) FROM "Item" i) AS items,
    (SELECT md5(string_agg(u::text, '' ORDER BY "regionId", id)) FROM "User" u) AS users,
    (SELECT count(*) FROM "Session") AS sessions,
    (SELECT count(*) FROM "Session" WHERE "endedAt" IS NOT NULL) AS ended`);
}
