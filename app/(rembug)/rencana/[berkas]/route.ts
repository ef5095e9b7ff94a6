import { fileResponse, waitResponse } from '@/components/exchange/file-response';
import { getActor } from '@/lib/access/request';
import { planDocument } from '@/lib/exchange/plan-document';
import { formatOf } from '@/lib/exchange/schema';
import { makeDownload } from '@/lib/exchange/write';
import { filterOf, queryOf, viewOf } from '@/lib/plan/matrix-filter';
import { getFrame } from '@/lib/plan/read/frame';
import { getMatrix } from '@/lib/plan/read/matrix';

type Context = { params: Promise<{ berkas: string }> };

/** The plan as a file, in the same filter as the page: `unduh.xlsx`, `.csv`, `.pdf`, `.docx`. */
export async function GET(request: Request, { params }: Context) {
  const format = formatOf((await params).berkas);
  if (!format) return new Response('Berkas ini tidak ada.\n', { status: 404 });
  const actor = await getActor({ isOpenToGuests: true });
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const frame = await getFrame(actor);
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = filterOf(query);
  const { paper } = viewOf(query);
  const { image, own, rows } = await getMatrix(actor, frame, filter);
  const { revision, reach } = image;
  const wanted = {
    format,
    query: `/rencana${queryOf(filter, { paper })}`,
    revision,
    reach,
    planId: frame.plan.id,
  };
  const file = await makeDownload(actor, wanted, () =>
    planDocument({ frame, rows: [...own, ...rows], filter, paper, person: actor.name, at: new Date() }),
  );
  return file ? fileResponse(file) : waitResponse(request);
}
