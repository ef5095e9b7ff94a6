import { getWatch } from '@/lib/access/request';
import { mayHear, sinceOf } from '@/lib/live/news';
import { openStream } from '@/lib/live/stream';

export const dynamic = 'force-dynamic';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Nothing on the way may pack or hold back what is said now.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** What is written in the plan, as it is written. An open stream is no activity: it keeps no session alive. */
export async function GET(request: Request) {
  const watch = await getWatch({ isOpenToGuests: true });
  const { searchParams } = new URL(request.url);
  if (!watch || !mayHear(watch.actor, searchParams)) return new Response(null, { status: 401 });
  const since = sinceOf(request.headers.get('last-event-id') ?? searchParams.get('sejak'));
  const stream = openStream(watch, since);
  return stream ? new Response(stream, { headers }) : new Response(null, { status: 429 });
}

/** A stream is not asked for its head. */
export function HEAD() {
  return new Response(null, { status: 405 });
}
