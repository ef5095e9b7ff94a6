import { fileResponse, waitResponse } from '@/components/exchange/file-response';
import { getActor } from '@/lib/access/request';
import { minutesDocument } from '@/lib/council/minutes';
import { getMinutes } from '@/lib/council/read/papers';
import { proseFormatOf } from '@/lib/exchange/schema';
import { makeDownload } from '@/lib/exchange/write';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';

type Context = { params: Promise<{ id: string; berkas: string }> };

/** The minutes of a sitting as a file: `unduh.docx`, `unduh.pdf`. */
export async function GET(request: Request, { params }: Context) {
  const { id, berkas } = await params;
  const format = proseFormatOf(berkas);
  if (!format) return new Response('Berkas ini tidak ada.\n', { status: 404 });
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const frame = await getFrame(actor);
  const minutes = await getMinutes(actor, frame, id);
  if (!minutes) return new Response('Sidang ini tidak ada.\n', { status: 404 });
  // What the council decides is written in the plan's log, though it changes no item.
  const { revision } = frame.plan;
  const { reach } = await getImage(actor, frame);
  const wanted = { format, query: `/sidang/${id}`, revision, reach, planId: frame.plan.id };
  const file = await makeDownload(actor, wanted, () => ({
    ...minutesDocument(minutes),
    isPractice: frame.region.isPractice,
  }));
  return file ? fileResponse(file) : waitResponse(request);
}
