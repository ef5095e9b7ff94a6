import type { Client } from 'pg';
import { Quit } from '../server/quit';

/** The restricted role that the program serves as; it can neither change the schema nor touch written events. */
export const appRole = 'rembug_app';

/** Finds or creates `rembug_app` and lets the current user become it; Quit says which SQL to run where it may not. */
export async function ensureAppRole(client: Client): Promise<void> {
  if (await canBecome(client)) return;
  const { rows } = await client.query<{ user: string; owned: boolean }>(
    `SELECT quote_ident(current_user) AS user,
       EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') AS owned`,
  );
  const create = `CREATE ROLE ${appRole} NOLOGIN`;
  const grant = `GRANT ${appRole} TO ${rows[0]?.user}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (attempt > 0 || !rows[0]?.owned) await attemptQuietly(client, create);
    await attemptQuietly(client, grant);
    if (await canBecome(client)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Quit(
    `Pengguna basis data tidak boleh membuat peran ${appRole}: jalankan sekali sebagai superuser: ${create}; ${grant};`,
  );
}

// Since 16 being a member is not enough: SET ROLE is a right of its own.
async function canBecome(client: Client) {
  const { rows } = await client.query<{ ok: boolean }>(
    `SELECT CASE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') THEN false
       ELSE pg_has_role(current_user, '${appRole}',
         CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) END AS ok`,
  );
  return rows[0]?.ok ?? false;
}

// Another database of the same server may be creating the role at this moment; what counts is the outcome.
async function attemptQuietly(client: Client, sql: string) {
  try {
    await client.query(sql);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
