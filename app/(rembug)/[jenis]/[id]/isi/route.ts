import { createHash } from 'node:crypto';
import { getWatcher } from '@/lib/access/request';
import { sinceOf } from '@/lib/live/news';
import { officesAt } from '@/lib/live/presence';
import { kindBySlug } from '@/lib/plan/kinds/all';
import { getEarlierItem } from '@/lib/plan/read/earlier-item';
import { getFrame } from '@/lib/plan/read/frame';
import { getItemNews } from '@/lib/plan/read/item-news';

type Props = { params: Promise<{ jenis: string; id: string }> };

/** What became of one item since the version that an open page shows, and who else has it open. No activity. */
export async function GET(request: Request, { params }: Props) {
  const actor = await getWatcher();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const { jenis, id } = await params;
  const since = sinceOf(new URL(request.url).searchParams.get('sejak')) ?? 0;
  const frame = await getFrame(actor);
  const news = kindBySlug(jenis) ? await getItemNews(actor, frame, id, since) : null;
  if (!news) return new Response(null, { status: (await getEarlierItem(actor, frame, id)) ? 410 : 404 });
  const body = JSON.stringify({ ...news, offices: officesAt(actor, id) });
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'no-store', 'content-type': 'application/json' };
  const isKnown = request.headers.get('if-none-match')?.replace(/^W\//, '') === etag;
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
