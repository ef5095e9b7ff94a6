import { createServer, type IncomingMessage } from 'node:http';
import canonicalize from 'canonicalize';
import { Pool } from 'pg';
import { hashOf } from '@/lib/plan/log/hash';

// The least that a save can cost here: the same rows and the same chain, with nothing around them.
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const regionId = process.env.REGION ?? '';

type Change = {
  mutationId: string;
  itemId: string;
  version: number;
  fields: Record<string, { low: string }>;
};

const statements = {
  takePlan: `SELECT id, revision, "headHash" FROM "Plan" WHERE "regionId" = $1 ORDER BY ordinal DESC LIMIT 1 FOR NO KEY UPDATE`,
  updateItem: `UPDATE "Item" SET version = version + 1 WHERE "regionId" = $1 AND id = $2 AND version = $3`,
  updateCell: `UPDATE "Milestone" n SET low = $4 FROM "Milestone" o
    WHERE n."regionId" = $1 AND n."indicatorId" = $2 AND n.year = $3
      AND o."regionId" = n."regionId" AND o."indicatorId" = n."indicatorId" AND o.year = n.year
    RETURNING trim_scale(o.low)::text AS before`,
  insertEvent: `INSERT INTO "Event" ("regionId", stream, revision, at, "actorId", "subjectType", "subjectId", action,
      "mutationId", "previousHash", hash, body)
    VALUES ($1, $2, $3, $4, 'bench', 'item', $5, 'change', $6, $7, $8, $9)`,
  moveHead: `UPDATE "Plan" SET revision = $3, "headHash" = $4 WHERE "regionId" = $1 AND id = $2`,
};

async function save({ mutationId, itemId, version, fields }: Change): Promise<number> {
  const [[path = '', { low = '' } = {}] = []] = Object.entries(fields);
  const client = await pool.connect();
  const run = async (name: keyof typeof statements, ...values: unknown[]) => {
    const { rows, rowCount } = await client.query({ name, text: statements[name], values });
    if (rowCount !== 1) throw new Error(`${name}: ${rowCount} rows`);
    return rows[0];
  };
  try {
    await client.query('BEGIN');
    const plan = await run('takePlan', regionId);
    await run('updateItem', regionId, itemId, version);
    const { before } = await run('updateCell', regionId, itemId, Number(path.slice(11)), low);
    const at = new Date().toISOString();
    const [stream, revision] = [`plan:${plan.id}`, plan.revision + 1];
    const body = canonicalize({
      ...{
        regionId,
        stream,
        revision,
        at,
        actor: { id: 'bench', name: 'bench' },
        action: 'change',
        note: null,
      },
      ...{ subject: { type: 'item', id: itemId }, changes: [{ path: `${path}.low`, before, after: low }] },
      ...{ mutationId, previousHash: plan.headHash },
    });
    const hash = hashOf(body ?? '');
    const row = [regionId, stream, revision, at, itemId, mutationId, plan.headHash, hash, body];
    await run('insertEvent', ...row);
    await run('moveHead', regionId, plan.id, revision, hash);
    await client.query('COMMIT');
    return version + 1;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

async function bodyOf(req: IncomingMessage): Promise<{ changes: [Change] }[]> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

const server = createServer(async (req, res) => {
  try {
    const [request] = await bodyOf(req);
    const version = request ? await save(request.changes[0]) : 0;
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ version }));
  } catch (error) {
    res.statusCode = 500;
    res.end(String(error));
  }
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
