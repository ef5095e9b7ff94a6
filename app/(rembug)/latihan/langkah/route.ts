import { getWatcher } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getGuide } from '@/lib/practice/read/guide';

export const dynamic = 'force-dynamic';

/** Where somebody who practises stands, for their open page (`?orang=` whom it was drawn for). It is no activity. */
export async function GET(request: Request) {
  const actor = await getWatcher();
  const person = new URL(request.url).searchParams.get('orang');
  if (!actor?.practice || person !== actor.userId) return new Response(null, { status: 401 });
  const guide = await getGuide(actor, await getFrame(actor));
  return Response.json(guide, { headers: { 'cache-control': 'no-store' } });
}
