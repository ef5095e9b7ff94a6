import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { demoPassword, demoUsernames } from '../../prisma/seed/demo-accounts';
import { startDatabase } from '../database/embedded';
import { buildIfStale } from './build';
import { withBuiltFiles } from './built-files';
import { compressed } from './compressed';
import { logConsole } from './console';
import { documentPool, readerPool } from './documents/pool';
import { slot } from './documents/slot';
import { front, type Handler, refuse } from './front';
import { log } from './log';
import { watchParents } from './parents';
import { Quit } from './quit';
import { authSecret, type Settings, SettingsError, settings } from './settings';

const say = (line: string) => process.stdout.write(`${line}\n`);

const starting: Handler = (req, res) => {
  res.setHeader('retry-after', '2');
  refuse(req, res, { status: 503, message: 'Rembug sedang disiapkan; coba lagi sebentar.' });
};

/** Serves until a signal comes: takes the port, readies database and build side by side, then answers. */
export async function serve({ isDev }: { isDev: boolean }): Promise<void> {
  const all = settings();
  const isEmbedded = !all.DATABASE_URL;
  let handler = starting;
  let server: Server | undefined;
  const stopping = stopper(() => server);
  slot.rembugDocuments = documentPool();
  slot.rembugReader = readerPool();
  try {
    process.env.AUTH_SECRET = authSecret(all, isEmbedded);
    server = createFor(
      all,
      front({ hosts: all.ALLOWED_HOSTS, trustProxy: all.TRUST_PROXY, isDev }, () => handler),
    );
    await listen(server, all);
    const build = isDev ? Promise.resolve() : buildIfStale(say);
    await Promise.all([build, readyDatabase(all, isEmbedded, stopping)]);
    handler = await nextHandler(all, isDev, server);
    logConsole();
    greet(all, isEmbedded);
  } catch (error) {
    if (stopping.isStopping()) return;
    if (!(error instanceof Quit || error instanceof SettingsError)) log.fatal({ err: error }, 'start failed');
    else if (error.message) process.stderr.write(`${error.message}\n`);
    await stopping.stop(1);
  }
}

function createFor(all: Settings, handler: Handler): Server {
  const limits = { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 20_000 };
  if (!all.TLS_CERT || !all.TLS_KEY) return createServer(limits, handler);
  try {
    const pair = { cert: readFileSync(all.TLS_CERT), key: readFileSync(all.TLS_KEY) };
    return createSecureServer({ ...limits, ...pair, minVersion: 'TLSv1.2' }, handler);
  } catch {
    throw new Quit(
      'TLS_CERT dan TLS_KEY tidak cocok atau rusak: isi dengan sertifikat dan kuncinya dalam PEM.',
    );
  }
}

function listen(server: Server, { PORT, HOST }: Settings) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFault(error, PORT, HOST)));
    server.listen(PORT, HOST, () => resolve());
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string) {
  if (error.code === 'EADDRINUSE') {
    return new Quit(
      `Porta ${port} sudah dipakai program lain: hentikan program itu, atau pilih porta lain, misalnya PORT=${port + 1} npm start.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Quit(
      `Porta ${port} tidak boleh dibuka pengguna ini: pilih porta di atas 1023, misalnya PORT=3000.`,
    );
  }
  return new Quit(`Alamat ${host}:${port} tidak dapat dibuka (${error.code}): periksa HOST dan PORT.`);
}

async function readyDatabase(all: Settings, isEmbedded: boolean, stopping: Stopper) {
  if (isEmbedded) {
    const slow = setTimeout(say, 1_500, 'Menyalakan basis data …');
    const database = await startDatabase({ dataDir: all.DATA_DIR }).finally(() => clearTimeout(slow));
    stopping.last(database.stop);
    process.env.DATABASE_URL = database.url;
    process.env.REMBUG_EMBEDDED = '1';
  }
  if (stopping.isStopping()) return;
  const args = ['--no-deprecation', '--conditions=react-server', '--import', 'tsx', 'lib/server/prepare.ts'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  stopping.child(child);
  const code = await new Promise(resolve => child.once('exit', resolve));
  if (code === 3) throw new Quit('');
  if (code !== 0) throw new Quit('Penyiapan basis data berhenti sebelum selesai.');
}

async function nextHandler(all: Settings, isDev: boolean, httpServer: Server): Promise<Handler> {
  const print = console.log;
  if (!isDev) console.log = () => {};
  const { default: next } = await import('next');
  const app = next({ dev: isDev, dir: process.cwd(), hostname: 'localhost', port: all.PORT, httpServer });
  await app.prepare();
  console.log = print;
  const handler = app.getRequestHandler();
  return isDev ? handler : withBuiltFiles(compressed(handler));
}

function greet({ PORT, HOST, TLS_CERT, TRUST_PROXY }: Settings, isEmbedded: boolean) {
  say(`Rembug siap di ${TLS_CERT ? 'https' : 'http'}://localhost:${PORT}`);
  if (isEmbedded) {
    say(`Akun contoh: ${demoUsernames.join(', ')} – kata sandi ${demoPassword}`);
  }
  const isLoopback = /^(127\.|localhost$|::1$)/.test(HOST);
  if (TLS_CERT || TRUST_PROXY || isLoopback) return;
  say(
    'Tanpa TLS (TLS_CERT dan TLS_KEY), kata sandi dan isian dari perangkat lain lewat jaringan tanpa sandi.',
  );
}

type Stopper = ReturnType<typeof stopper>;

// Everything ends within 3 s of the signal: answers get half a second, streams are cut, the database comes last.
function stopper(server: () => Server | undefined) {
  const children = new Set<ChildProcess>();
  let last = async () => {};
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(code), 2_700).unref();
    for (const child of children) child.kill('SIGTERM');
    slot.rembugDocuments?.stop();
    slot.rembugReader?.stop();
    await closeServer(server());
    await last();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  process.on('unhandledRejection', error => log.error({ err: error }, 'unhandled rejection'));
  process.on('uncaughtException', error => {
    log.fatal({ err: error }, 'uncaught exception');
    void stop(1);
  });
  watchParents(() => void stop(0));
  return {
    stop,
    isStopping: () => isStopping,
    last: (work: () => Promise<void>) => {
      last = work;
    },
    child: (child: ChildProcess) => {
      children.add(child);
      child.once('exit', () => children.delete(child));
    },
  };
}

function closeServer(server: Server | undefined) {
  return new Promise<void>(resolve => {
    if (!server?.listening) return resolve();
    const cut = setTimeout(() => server.closeAllConnections(), 500);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
