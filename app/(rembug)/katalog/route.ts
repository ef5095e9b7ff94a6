import { getActor } from '@/lib/access/request';
import { searchCatalogue } from '@/lib/plan/read/catalogue';

/** Recognised indicators that fit `?cari=`, as JSON. A plain GET, so that searching never waits for saving. */
export async function GET(request: Request) {
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.json({ message: 'Masuk dulu.' }, { status: 401 });
  const typed = new URL(request.url).searchParams.get('cari') ?? '';
  return Response.json(searchCatalogue(actor, typed), { headers: { 'cache-control': 'no-store' } });
}
