import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** A setting is wrong; the message is one sentence that names it and says what it should be. */
export class SettingsError extends Error {}

const text = (rule: z.ZodString) =>
  z.preprocess(value => (value === '' ? undefined : value), rule.optional());
const pemFile = (name: string) =>
  text(
    z.string().refine(isReadable, { error: `${name} harus berupa jalur ke berkas PEM yang dapat dibaca` }),
  );

const schema = z
  .object({
    PORT: number('PORT harus berupa bilangan bulat dari 1 sampai 65535, misalnya 3000', 1, 65535, 3000),
    HOST: text(
      z.string().regex(/^[\w.:-]+$/, 'HOST harus berupa alamat atau nama mesin, misalnya 0.0.0.0'),
    ).transform(value => value ?? '0.0.0.0'),
    DATA_DIR: text(z.string()).transform(value => resolve(value ?? '.data')),
    DATABASE_URL: text(
      z.string().refine(isPostgresUrl, {
        error:
          'DATABASE_URL harus berupa alamat PostgreSQL, misalnya postgresql://pengguna:sandi@mesin:5432/rembug',
      }),
    ),
    TLS_CERT: pemFile('TLS_CERT'),
    TLS_KEY: pemFile('TLS_KEY'),
    ALLOWED_HOSTS: text(
      z
        .string()
        .regex(
          /^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/,
          'ALLOWED_HOSTS harus berupa daftar nama mesin dipisah koma, misalnya rembug.kab.go.id,10.1.2.3',
        ),
    ).transform(value =>
      (value ?? '')
        .toLowerCase()
        .split(/\s*,\s*/)
        .filter(Boolean),
    ),
    TRUST_PROXY: z
      .enum(['', '0', '1'], { error: 'TRUST_PROXY harus 0 atau 1' })
      .default('0')
      .transform(value => value === '1'),
    AUTH_SECRET: text(z.string().min(32, 'AUTH_SECRET harus rahasia acak sepanjang 32 karakter atau lebih')),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: text(
      z.string().refine(isAesKey, {
        error:
          'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY harus berupa 16, 24, atau 32 bita acak dalam base64 (openssl rand -base64 32)',
      }),
    ),
    LOG_LEVEL: text(
      z
        .string()
        .regex(
          /^(fatal|error|warn|info|debug|trace|silent)$/,
          'LOG_LEVEL harus salah satu dari fatal, error, warn, info, debug, trace, silent',
        ),
    ).transform(value => value ?? 'info'),
  })
  .refine(all => !all.TLS_CERT === !all.TLS_KEY, {
    error: 'TLS_CERT dan TLS_KEY harus diisi keduanya atau dikosongkan keduanya',
  });

/** Names of all settings, as .env.example lists them. */
export const settingNames = Object.keys(schema.shape);

export type Settings = z.output<typeof schema>;

/** Reads the settings from `env`; throws SettingsError for the first wrong one. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const read = schema.safeParse(env);
  if (read.success) return read.data;
  throw new SettingsError(`Pengaturan salah: ${read.error.issues[0]?.message ?? 'tidak terbaca'}.`);
}

let known: Settings | undefined;

/** The settings of this process; a wrong one ends it with code 1 and one sentence. `.env` fills what is not set. */
export function settings(): Settings {
  if (known) return known;
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    known = readSettings(process.env);
    return known;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** The secret that signs session cookies: given in production, else made once and kept in DATA_DIR/secret. */
export function authSecret(all: Settings, isEmbedded: boolean): string {
  if (all.AUTH_SECRET) return all.AUTH_SECRET;
  if (!isEmbedded) {
    throw new SettingsError(
      'Pengaturan salah: AUTH_SECRET wajib diisi bila DATABASE_URL diisi: rahasia acak sepanjang 32 karakter atau lebih (openssl rand -base64 48).',
    );
  }
  const file = join(all.DATA_DIR, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(all.DATA_DIR, { recursive: true });
  const secret = randomBytes(48).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

function number(error: string, min: number, max: number, fallback: number) {
  return z
    .string()
    .default('')
    .transform((value, context) => {
      if (value === '') return fallback;
      const parsed = Number(value);
      if (/^\d+$/.test(value) && parsed >= min && parsed <= max) return parsed;
      context.addIssue(error);
      return z.NEVER;
    });
}

function isReadable(path: string) {
  try {
    return readFileSync(path).includes('-----BEGIN');
  } catch {
    return false;
  }
}

function isPostgresUrl(value: string) {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol);
}

function isAesKey(value: string) {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && [16, 24, 32].includes(Buffer.from(value, 'base64').length);
}
