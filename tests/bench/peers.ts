import { Connection } from './connection';
import type { Task } from './load';
import type { Options } from './options';

/** Another product at an address, saving one field of one of its rows. */
export type Peer = { name: string; save: (clients: number) => Promise<Task[]> };

/** The peers that the command line names; who is absent is told by name. How to stand them up: see their notes. */
export function peersOf({ directus, nocodb }: Options): { present: Peer[]; absent: string[] } {
  const present = [...(directus ? [directusAt(directus)] : []), ...(nocodb ? [nocodbAt(nocodb)] : [])];
  return {
    present,
    absent: [
      ...(directus ? [] : ['Directus (--directus URL)']),
      ...(nocodb ? [] : ['NocoDB (--nocodb URL)']),
    ],
  };
}

// DIRECTUS_TOKEN is an administrator's; DIRECTUS_COLLECTION has rows with `id` and `title`.
function directusAt(site: string): Peer {
  const path = `/items/${process.env.DIRECTUS_COLLECTION ?? 'indicators'}`;
  const headers = { authorization: `Bearer ${process.env.DIRECTUS_TOKEN ?? ''}` };
  return {
    name: 'Directus',
    save: async clients => {
      const { data } = await ask(site, `${path}?fields=id&limit=${clients}`, headers);
      return tasks(
        site,
        clients,
        (data as { id: unknown }[]).map(({ id }) => id),
        (id, title) => ({
          ...{ method: 'PATCH', path: `${path}/${id}?fields=id`, headers },
          body: JSON.stringify({ title }),
        }),
      );
    },
  };
}

// NOCODB_TOKEN is an administrator's; NOCODB_TABLE is the id of a table with `Id` and `Title`.
function nocodbAt(site: string): Peer {
  const path = `/api/v2/tables/${process.env.NOCODB_TABLE ?? ''}/records`;
  const headers = { 'xc-token': process.env.NOCODB_TOKEN ?? '' };
  return {
    name: 'NocoDB',
    save: async clients => {
      const { list } = await ask(site, `${path}?fields=Id&limit=${clients}`, headers);
      return tasks(
        site,
        clients,
        (list as { Id: unknown }[]).map(({ Id }) => Id),
        (Id, Title) => ({
          ...{ method: 'PATCH', path, headers },
          body: JSON.stringify([{ Id, Title }]),
        }),
      );
    },
  };
}

type Request = Parameters<Connection['send']>[0];

function tasks(
  site: string,
  clients: number,
  ids: readonly unknown[],
  requestOf: (id: unknown, title: string) => Request,
): Task[] {
  if (ids.length < clients) throw new Error(`${site} has ${ids.length} rows for ${clients} writers`);
  return ids.slice(0, clients).map(id => {
    const connection = new Connection(site);
    let turn = 0;
    return async () => {
      turn += 1;
      const request = requestOf(id, `Nilai ${turn}`);
      const headers = { ...request.headers, 'content-type': 'application/json' };
      const { status, bytes } = await connection.send({ ...request, headers });
      if (status !== 200) throw new Error(`${site}: ${status} ${bytes.toString().slice(0, 200)}`);
    };
  });
}

async function ask(
  site: string,
  path: string,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> {
  const connection = new Connection(site);
  const { status, bytes } = await connection.send({ path, headers });
  connection.close();
  if (status !== 200) throw new Error(`${site}${path}: ${status} ${bytes.toString().slice(0, 200)}`);
  return JSON.parse(bytes.toString());
}
