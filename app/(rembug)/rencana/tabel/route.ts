import { drawnOf, patchOf } from '@/components/matrix/drawn';
import { getWatcher } from '@/lib/access/request';
import { sinceOf } from '@/lib/live/news';
import { filterOf, viewOf } from '@/lib/plan/matrix-filter';
import { getWatchedFrame } from '@/lib/plan/read/frame';
import { getMatrix } from '@/lib/plan/read/matrix';
import { getMarks } from '@/lib/plan/read/versions';

/** What changed of the matrix since the state that If-None-Match names. Asked by open pages, which is no activity. */
export async function GET(request: Request) {
  const actor = await getWatcher({ isOpenToGuests: true });
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const frame = await getWatchedFrame(actor, sinceOf(request.headers.get('x-revisi')) ?? 0);
  const filter = filterOf(query);
  const matrix = await getMatrix(actor, frame, filter);
  const since = await getMarks(actor, frame, viewOf(query).since);
  const drawn = drawnOf(matrix, frame, filter, since);
  const known = request.headers.get('if-none-match')?.replace(/^W\/|"/g, '') ?? null;
  const patch = patchOf(drawn, matrix, known);
  const headers = { etag: `"${drawn.etag}"`, 'cache-control': 'no-store' };
  return patch ? Response.json(patch, { headers }) : new Response(null, { status: 304, headers });
}
