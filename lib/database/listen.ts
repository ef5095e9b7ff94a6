import { Client } from 'pg';
import { log } from '../server/log';

type Ear = { provenAt: number; close: () => Promise<void> };

const shared = globalThis as typeof globalThis & { rembugEars?: Map<string, Ear> };
const beatMs = 2_000;
/** A connection that has not answered for so long may be dead without knowing it. */
const trustedMs = 5_000;

/**
 * Hears one channel of the database on a connection of its own, from the first call on, and connects anew
 * when it is lost. Tells whether it hears now; while it does not, nothing may rest on having heard nothing.
 * @param onMessage a payload that came
 * @param onGap hearing begins or has ended: what was said before may have been missed
 */
export function listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): boolean {
  const url = process.env.DATABASE_URL ?? '';
  const key = `${channel} ${url}`;
  shared.rembugEars ??= new Map();
  let ear = shared.rembugEars.get(key);
  if (!ear) {
    ear = open(url, channel, onMessage, onGap);
    shared.rembugEars.set(key, ear);
  }
  return Date.now() - ear.provenAt < trustedMs;
}

/** Stops hearing every channel. */
export async function closeEars(): Promise<void> {
  const ears = [...(shared.rembugEars?.values() ?? [])];
  shared.rembugEars?.clear();
  await Promise.all(ears.map(ear => ear.close()));
}

function open(url: string, channel: string, onMessage: (payload: string) => void, onGap: () => void): Ear {
  let client: Client | undefined;
  let isClosed = false;
  const ear: Ear = {
    provenAt: 0,
    close: async () => {
      isClosed = true;
      clearInterval(beat);
      await client?.end().catch(() => {});
    },
  };
  const lose = (one: Client, error?: Error) => {
    if (client !== one) return;
    client = undefined;
    ear.provenAt = 0;
    onGap();
    one.end().catch(() => {});
    if (error && !isClosed) log.warn({ channel, reason: error.message }, 'the database is not heard');
  };
  const connect = async () => {
    const one = new Client({ connectionString: url, application_name: 'rembug', keepAlive: true });
    client = one;
    one.on('error', error => lose(one, error));
    one.on('end', () => lose(one));
    one.on('notification', ({ payload = '' }) => onMessage(payload));
    await one.connect();
    await one.query(`LISTEN ${channel}`);
    onGap();
    return one;
  };
  const prove = async () => {
    const one = client;
    try {
      if (one) await one.query('SELECT 1');
      else await connect();
      ear.provenAt = Date.now();
    } catch (error) {
      if (one ?? client) lose((one ?? client) as Client, error as Error);
    }
  };
  const beat = setInterval(prove, beatMs);
  beat.unref();
  void prove();
  return ear;
}
