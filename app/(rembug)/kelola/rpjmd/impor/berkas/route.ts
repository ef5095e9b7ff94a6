import { isOwnPage } from '@/lib/access/action';
import { can } from '@/lib/access/policy';
import { getActor } from '@/lib/access/request';
import { readSheetText } from '@/lib/rpjmd/read/sheet-text';

/** A spreadsheet (`?nama=` its name) as the text that its table would be pasted as. Nothing is stored. */
export async function POST(request: Request) {
  if (!(await isOwnPage())) return new Response(null, { status: 403 });
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.json({ message: 'Masuk dulu.' }, { status: 401 });
  if (!can.keepReferences(actor)) return new Response(null, { status: 404 });
  const name = new URL(request.url).searchParams.get('nama') ?? '';
  const bytes = new Uint8Array(await request.arrayBuffer());
  return Response.json(await readSheetText(actor, bytes, name), { headers: { 'cache-control': 'no-store' } });
}
