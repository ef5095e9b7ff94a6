import { fileResponse } from '@/components/exchange/file-response';
import { can } from '@/lib/access/policy';
import { getActor } from '@/lib/access/request';
import { drawTemplate } from '@/lib/exchange/import/files';
import { kindBySlug } from '@/lib/plan/kinds/all';
import { getFrame } from '@/lib/plan/read/frame';

type Context = { params: Promise<{ jenis: string }> };

/** An empty workbook for one kind of item. */
export async function GET(request: Request, { params }: Context) {
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const kind = kindBySlug((await params).jenis);
  if (!kind || !can.draft(actor)) return new Response('Berkas ini tidak ada.\n', { status: 404 });
  return fileResponse(await drawTemplate(actor, kind, await getFrame(actor)));
}
