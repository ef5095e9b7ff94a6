import { fileResponse } from '@/components/exchange/file-response';
import { getActor } from '@/lib/access/request';
import { getDownload } from '@/lib/exchange/read';

type Context = { params: Promise<{ id: string }> };

/** One of the asker's own files; for everybody else it does not exist. */
export async function GET(request: Request, { params }: Context) {
  const actor = await getActor({ isOpenToGuests: true });
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const file = await getDownload(actor, (await params).id);
  return file ? fileResponse(file) : new Response('Berkas ini tidak ada.\n', { status: 404 });
}
