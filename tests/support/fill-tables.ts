import type { Client } from 'pg';

/** Asks the database as its owner. */
export type Ask = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

export const askWith =
  (client: Client): Ask =>
  async (text, values) =>
    (await client.query(text, values)).rows;

/** Tables that hold a region's rows. */
export async function regionTables(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'regionId' AND NOT a.attisdropped
     ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What stands in the texts of a table's marked rows. */
export const markOf = (table: string) => `zq${table}qz`;

/** The tables whose marks are found in a text. */
export const marksIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/zq([A-Za-z]+)qz/g)].map(([, table]) => table ?? '')),
];

/** What a table's own conditions ask for beyond what its columns say. */
const conditions: Record<string, { values?: Record<string, string>; references?: string[] }> = {
  Decision: { values: { kind: 'resolve', role: 'council', text: markOf('Decision') } },
  Suggestion: { references: ['itemId'] },
};

type Column = { name: string; type: string; isNeeded: boolean; isKey: boolean; enumLabel: string | null };

async function columnsOf(ask: Ask, table: string): Promise<Column[]> {
  return ask<Column>(
    `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, a.attnotnull AND NOT a.atthasdef AS "isNeeded",
       EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND a.attnum = ANY(i.indkey))
         OR EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND a.attnum = ANY(f.conkey)) AS "isKey",
       (SELECT enumlabel FROM pg_enum e WHERE e.enumtypid = a.atttypid ORDER BY enumsortorder LIMIT 1) AS "enumLabel"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.oid = to_regclass(format('public.%I', $1::text)) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    [table],
  );
}

/**
 * Sees to it that every table has a row of the region, made from the catalog alone so that a table of tomorrow has one
 * too, and marks its texts. Answers with the tables where no row could be made.
 */
export async function fillAndMark(ask: Ask, regionId: string): Promise<string[]> {
  let empty: string[] = [];
  for (const table of await regionTables(ask)) {
    const rows = await ask(`SELECT FROM "${table}" WHERE "regionId" = $1 LIMIT 1`, [regionId]);
    if (rows.length === 0) empty.push(table);
  }
  // What one hangs on may have to be made first.
  for (let made = 1; made > 0; ) {
    const left: string[] = [];
    for (const table of empty) if (!(await fill(ask, regionId, table))) left.push(table);
    made = empty.length - left.length;
    empty = left;
  }
  for (const table of await regionTables(ask)) await mark(ask, regionId, table);
  return empty;
}

async function fill(ask: Ask, regionId: string, table: string): Promise<boolean> {
  const foreign = await ask<{ columns: string[]; table: string; targets: string[] }>(
    `SELECT f.confrelid::regclass::text AS table,
       (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.conkey) WITH ORDINALITY k(attnum, n)
          JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum) AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(f.confkey) WITH ORDINALITY k(attnum, n)
          JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.attnum) AS targets
     FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = to_regclass(format('public.%I', $1::text))`,
    [table],
  );
  const columns = await columnsOf(ask, table);
  const { values: given = {}, references = [] } = conditions[table] ?? {};
  const values = new Map<string, unknown>([['regionId', regionId], ...Object.entries(given)]);
  for (const key of foreign) {
    const needed = key.columns.some(
      name =>
        references.includes(name) ||
        (name !== 'regionId' && columns.find(one => one.name === name)?.isNeeded),
    );
    if (!needed) continue;
    const place = key.targets.map(name => `"${name}"`).join(', ');
    const border = key.table === '"Region"' ? 'id' : '"regionId"';
    const [row] = await ask<Record<string, unknown>>(
      `SELECT ${place} FROM ${key.table} WHERE ${border} = $1 ORDER BY 1 LIMIT 1`,
      [regionId],
    );
    if (!row) return false;
    for (const [at, name] of key.columns.entries()) values.set(name, row[key.targets[at] ?? '']);
  }
  for (const column of columns)
    if (column.isNeeded && !values.has(column.name)) values.set(column.name, sampleOf(table, column));
  const names = [...values.keys()];
  const list = names.map((_, at) => `$${at + 1}`).join(', ');
  const sql = `INSERT INTO "${table}" (${names.map(name => `"${name}"`).join(', ')}) VALUES (${list})`;
  return ask(sql, [...values.values()]).then(
    () => true,
    () => false,
  );
}

function sampleOf(table: string, { type, enumLabel }: Column): unknown {
  if (enumLabel !== null) return enumLabel;
  if (type.endsWith('[]')) return [];
  if (type === 'jsonb') return '{}';
  if (type === 'bytea') return Buffer.from('');
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'numeric') return 1;
  if (type === 'date' || type.startsWith('timestamp')) return new Date();
  return markOf(table);
}

// Whatever is no key and no reference may say anything.
async function mark(ask: Ask, regionId: string, table: string): Promise<void> {
  const columns = (await columnsOf(ask, table)).filter(({ type, isKey }) => type === 'text' && !isKey);
  // Written events cannot be changed; what they tell is marked in the items.
  if (columns.length === 0 || table === 'Event') return;
  for (const { name } of columns)
    await ask(`UPDATE "${table}" SET "${name}" = $2 WHERE "regionId" = $1`, [regionId, markOf(table)]).catch(
      () => {},
    );
}

/** A hash over each table's rows of a region, made by the database itself. */
export async function regionHashes(ask: Ask, regionId: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of await regionTables(ask)) {
    const [row] = await ask<{ hash: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text COLLATE "C")), '') AS hash
       FROM "${table}" t WHERE "regionId" = $1`,
      [regionId],
    );
    hashes[table] = row?.hash ?? '';
  }
  return hashes;
}
