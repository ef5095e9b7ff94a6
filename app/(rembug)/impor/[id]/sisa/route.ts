import { fileResponse } from '@/components/exchange/file-response';
import { getActor } from '@/lib/access/request';
import { drawRest } from '@/lib/exchange/import/files';
import { getFrame } from '@/lib/plan/read/frame';

type Context = { params: Promise<{ id: string }> };

/** What could not be applied, with reasons; for everybody but whoever uploaded it there is nothing here. */
export async function GET(request: Request, { params }: Context) {
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const file = await drawRest(actor, await getFrame(actor), (await params).id);
  return file ? fileResponse(file) : new Response('Berkas ini tidak ada.\n', { status: 404 });
}
