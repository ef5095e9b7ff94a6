import { getWatcher } from '@/lib/access/request';
import { newsOf } from '@/lib/live/hub';
import { mayHear, sinceOf } from '@/lib/live/news';
import { getRevision } from '@/lib/live/read/heard';
import { getFrame } from '@/lib/plan/read/frame';
import { listWritten } from '@/lib/plan/read/image';

/** The same as a stream tells, for whoever asks from time to time because streams do not reach them. */
export async function GET(request: Request) {
  const actor = await getWatcher({ isOpenToGuests: true });
  const { searchParams } = new URL(request.url);
  if (!actor || !mayHear(actor, searchParams)) return new Response(null, { status: 401 });
  const since = sinceOf(searchParams.get('sejak'));
  const known = sinceOf(request.headers.get('if-none-match')?.replace(/^W\/|"/g, '') ?? null);
  const revision = await getRevision(actor);
  const headers = { etag: `"${revision}"`, 'cache-control': 'no-store' };
  if (known === revision) return new Response(null, { status: 304, headers });
  const frame = await getFrame(actor);
  const news = newsOf(await listWritten(actor, frame, since ?? frame.plan.revision));
  return Response.json(news, { headers: { ...headers, etag: `"${news.revision}"` } });
}
