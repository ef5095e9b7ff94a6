import 'server-only';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import type { ZodType } from 'zod';
import { log } from '@/lib/server/log';
import { currentRequest } from '@/lib/server/request-context';
import { type Actor, SignedOut } from './policy';
import { keysOf } from './practice';
import { type Doors, getWhoever, letsIn } from './request';

/** What a caller hears that is not let in: a value, not an exception. */
export type Refusal = { ok: false; reason: 'signed-out' | 'denied' | 'invalid'; message: string };

const refusals = {
  'signed-out': 'Sesi Anda sudah berakhir. Masuk lagi; ketikan Anda tetap di layar ini.',
  'other-person':
    'Di perangkat ini sekarang masuk orang lain. Masuk lagi dengan nama Anda; ketikan Anda tetap di layar ini.',
  'other-side':
    'Di tab lain Anda berganti antara latihan dan rencana sesungguhnya. Kembalilah dulu; ketikan Anda tetap di layar ini.',
  denied: 'Permintaan ini tidak datang dari halaman Rembug. Muat ulang halaman, lalu coba lagi.',
  guest: 'Akun tamu tidak dapat melakukan ini. Sampaikan lewat halaman Usulan.',
  invalid: 'Isian ini tidak dapat dibaca. Muat ulang halaman, lalu coba lagi.',
} as const;

function reasonOf(why: keyof typeof refusals): Refusal['reason'] {
  if (why === 'guest') return 'denied';
  return why === 'other-person' || why === 'other-side' ? 'signed-out' : why;
}

const refuse = (why: keyof typeof refusals): Refusal => ({
  ok: false,
  reason: reasonOf(why),
  message: refusals[why],
});

/**
 * The only way to make a server action: origin, actor and shape are settled before `run`.
 * Callable directly with one value, or as a form action with (state, FormData) or (FormData).
 */
export function action<Input, Result>(
  schema: ZodType<Input>,
  run: (actor: Actor, input: Input) => Promise<Result>,
  options: { mayKeepPassword?: boolean } & Pick<Doors, 'isOpenToGuests'> = {},
) {
  return guarded(async (...args: unknown[]): Promise<Result | Refusal> => {
    const actor = await getWhoever();
    if (!actor) return refuse('signed-out');
    if (!letsIn(actor, options)) return refuse('guest');
    if (actor.mustChangePassword && !options.mayKeepPassword) return refuse('denied');
    const { person, input: given } = namedPerson(inputOf(args));
    if (person !== undefined && person !== actor.userId)
      return refuse(isSamePerson(actor, person) ? 'other-side' : 'other-person');
    const input = schema.safeParse(given);
    return input.success ? run(actor, input.data) : refuse('invalid');
  });
}

/** For the few actions that have no actor yet: signing in, leaving. Listed in the architecture test. */
export function openAction<Input, Result>(schema: ZodType<Input>, run: (input: Input) => Promise<Result>) {
  return guarded(async (...args: unknown[]): Promise<Result | Refusal> => {
    const input = schema.safeParse(inputOf(args));
    return input.success ? run(input.data) : refuse('invalid');
  });
}

function guarded<Result>(handle: (...args: unknown[]) => Promise<Result | Refusal>) {
  return async (...args: unknown[]): Promise<Result | Refusal> => {
    try {
      const request = currentRequest();
      if (request) request.isReached = true;
      const answer = (await isOwnPage()) ? await handle(...args) : refuse('denied');
      await logRefusal(answer);
      return answer;
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof SignedOut) return refuse('signed-out');
      log.error({ requestId: (await headers()).get('x-request-id'), error }, 'action failed');
      throw error;
    }
  };
}

/** Browsers send Origin with every POST; a request without it, or from elsewhere, is none of ours. */
export async function isOwnPage(): Promise<boolean> {
  const list = await headers();
  const origin = list.get('origin');
  const site = list.get('sec-fetch-site');
  const host = list.get('x-forwarded-host') ?? list.get('host');
  if (!origin || !host || (site && site !== 'same-origin' && site !== 'none')) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

// In another tab the same person began or left practice, or went over to its other part.
const isSamePerson = ({ userId, practice }: Actor, person: unknown) =>
  typeof person === 'string' && keysOf(practice?.userId ?? userId).includes(person);

// A page names whom it was drawn for. In another tab somebody else may have signed in since.
function namedPerson(input: unknown): { person?: unknown; input: unknown } {
  if (typeof input !== 'object' || input === null || !('person' in input)) return { input };
  const { person, ...rest } = input;
  return { person, input: rest };
}

function inputOf(args: unknown[]): unknown {
  const last = args.at(-1);
  if (!(last instanceof FormData)) return args.length === 1 ? last : undefined;
  const entries = [...last.entries()].filter(([name]) => !name.startsWith('$ACTION'));
  return Object.fromEntries(entries);
}

async function logRefusal(answer: unknown): Promise<void> {
  const { ok, reason } = (answer ?? {}) as { ok?: boolean; reason?: string };
  if (ok !== false) return;
  log.info({ requestId: (await headers()).get('x-request-id'), reason }, 'refused');
}
