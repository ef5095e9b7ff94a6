import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/program';
import { changeOf } from './cell-change';
import { Connection } from './connection';
import { atEnd } from './ending';
import { leash } from './leash';
import type { Task } from './load';
import type { SeededPlan } from './seeded-plan';

/** The bare handler on a plan of its own: one task per writer, each saving its own indicator. */
export async function startBare({ url, regionId, drafts }: SeededPlan): Promise<(clients: number) => Task[]> {
  const port = String(await freePort());
  const command = [
    process.execPath,
    '--conditions=react-server',
    '--import',
    'tsx',
    'tests/bench/bare-server.ts',
  ];
  const env = { DATABASE_URL: url, REGION: regionId, PORT: port, NODE_ENV: 'production' };
  const server = await leash('TERM', command, { env });
  atEnd(server.stop);
  for (const since = Date.now(); !/^ready$/m.test(server.said()); await pause(50)) {
    if (server.isOver() || Date.now() - since > 30_000) throw new Error(`bare handler: ${server.said()}`);
  }
  const writers = drafts.map(({ item }) => writer(`http://localhost:${port}`, item.id, item.version));
  return clients => writers.slice(0, clients);
}

function writer(site: string, itemId: string, first: number): Task {
  const connection = new Connection(site);
  let version = first;
  return async () => {
    const body = JSON.stringify([{ changes: [changeOf(itemId, version)] }]);
    const { status, bytes } = await connection.send({ method: 'POST', path: '/', body });
    if (status !== 200) throw new Error(`bare handler: ${status} ${bytes}`);
    version = JSON.parse(bytes.toString()).version;
  };
}
