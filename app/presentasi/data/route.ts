import { getActor } from '@/lib/access/request';
import { getDeck } from '@/lib/council/read/deck';
import { getFrame } from '@/lib/plan/read/frame';

/** What the presentation shows now, unless it is what If-None-Match names. */
export async function GET(request: Request) {
  const actor = await getActor();
  const deck = actor && !actor.mustChangePassword ? await getDeck(actor, await getFrame(actor)) : null;
  if (!deck) return new Response(null, { status: 401 });
  const headers = { etag: `"${deck.etag}"`, 'cache-control': 'no-store' };
  const known = request.headers.get('if-none-match')?.replace(/^W\/|"/g, '');
  return known === deck.etag
    ? new Response(null, { status: 304, headers })
    : Response.json(deck, { headers });
}
