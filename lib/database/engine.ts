import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

let started = false;

/**
 * Runs `work` with Prisma's migration engine from npm's WebAssembly package, connected to `connectionString` as
 * its owner. `schema` is the text of schema.prisma.
 */
export async function withMigrationEngine<T>(
  connectionString: string,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  if (!started) await startEngine();
  const factory = new WholeScriptPg({ connectionString });
  const files: [string, string][] = [['prisma/schema.prisma', schema]];
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await glue.SchemaEngine.new({ datamodels: files }, () => {}, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await factory.close();
  }
}

async function startEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const imports = { './schema_engine_bg.js': withIdleTimers(glue as unknown as WebAssembly.ModuleImports) };
  const { instance } = await WebAssembly.instantiate(
    readFileSync(join(folder, 'schema_engine_bg.wasm')),
    imports,
  );
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  started = true;
}

// The engine forgets its time-outs, which would keep a finished process alive for ten seconds.
function withIdleTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find(key => key.startsWith('__wbg_setTimeout_'));
  const set = name && imports[name];
  if (typeof set !== 'function') return imports;
  const setIdle = (...args: unknown[]) => (set(...args) as NodeJS.Timeout).unref();
  return { ...imports, [name as string]: setIdle };
}

// The adapter cuts scripts at every semicolon, which breaks function bodies and loses atomicity;
// sent whole, PostgreSQL runs a script as one transaction.
class WholeScriptPg extends PrismaPg {
  private open: Awaited<ReturnType<PrismaPg['connect']>>[] = [];

  override async connect() {
    const adapter = sendWhole(await super.connect());
    this.open.push(adapter);
    return adapter;
  }

  override async connectToShadowDb() {
    return sendWhole(await super.connectToShadowDb());
  }

  /** The engine leaves its pools open, which would keep the process and a template database busy. */
  async close() {
    const pools = this.open.map(adapter => adapter.underlyingDriver());
    await Promise.all(pools.filter(pool => !pool.ended).map(pool => pool.end()));
  }
}

type Io = { performIO: (query: unknown) => Promise<{ fields: { dataTypeID: number }[]; rows: object }> };

function sendWhole(adapter: Awaited<ReturnType<PrismaPg['connect']>>) {
  adapter.executeScript = async script => {
    await adapter.underlyingDriver().query(script);
  };
  // The adapter does not know the catalogue's one-byte type "char" (18): read as text, handed on as a character.
  const io = adapter as unknown as Io;
  const perform = io.performIO.bind(adapter);
  const characters = new WeakMap<object, number[]>();
  io.performIO = async query => {
    const answer = await perform(query);
    const found = answer.fields.flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []));
    for (const index of found) answer.fields[index] = { ...answer.fields[index], dataTypeID: 25 };
    characters.set(answer.rows, found);
    return answer;
  };
  const query = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async sql => {
    const answer = await query(sql);
    for (const index of characters.get(answer.rows) ?? []) {
      answer.columnTypes[index] = ColumnTypeEnum.Character;
    }
    return answer;
  };
  return adapter;
}
