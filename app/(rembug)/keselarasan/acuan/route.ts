import { getActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { getReferences } from '@/lib/plan/read/references';
import { referenceList } from '@/lib/plan/references';

/** The regional plan's trees as JSON, for the search of a form. A plain GET, so that it never waits for saving. */
export async function GET() {
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.json({ message: 'Masuk dulu.' }, { status: 401 });
  const references = await getReferences(actor, await getFrame(actor));
  return Response.json(referenceList(references), { headers: { 'cache-control': 'no-store' } });
}
