import { isOwnPage } from '@/lib/access/action';
import { getWatcher } from '@/lib/access/request';
import { describeOffice } from '@/lib/access/roles';
import { depart, enter, isHere } from '@/lib/live/presence';
import { getFrame } from '@/lib/plan/read/frame';
import { getItemNews } from '@/lib/plan/read/item-news';

type Props = { params: Promise<{ id: string }> };

const nothing = (status: number) => new Response(null, { status });

/** A tab says that it shows an item, or (`pergi`) no longer does. It is presence: not logged and no activity. */
export async function POST(request: Request, { params }: Props) {
  if (!(await isOwnPage())) return nothing(403);
  const actor = await getWatcher();
  if (!actor || actor.mustChangePassword) return nothing(401);
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  const tab = searchParams.get('tab') ?? '';
  if (!/^[0-9a-f]{32}$/.test(tab)) return nothing(400);
  if (searchParams.has('pergi')) {
    depart(actor, id, tab);
    return nothing(204);
  }
  const isKnown = isHere(actor, id, tab);
  const frame = isKnown ? null : await getFrame(actor);
  if (frame && !(await getItemNews(actor, frame, id, Number.MAX_SAFE_INTEGER))) return nothing(404);
  enter(actor, id, tab, frame ? describeOffice(actor, frame) : '');
  return nothing(204);
}
