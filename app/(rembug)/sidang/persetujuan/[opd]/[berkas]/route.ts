import { fileResponse, waitResponse } from '@/components/exchange/file-response';
import { getActor } from '@/lib/access/request';
import { footerOf, getSignOffs } from '@/lib/council/read/papers';
import { signOffDocument } from '@/lib/council/sign-off';
import { proseFormatOf } from '@/lib/exchange/schema';
import { makeDownload } from '@/lib/exchange/write';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';

type Context = { params: Promise<{ opd: string; berkas: string }> };

/** The sheets that departments sign, all of them or one, as a file: `unduh.docx`, `unduh.pdf`. */
export async function GET(request: Request, { params }: Context) {
  const { opd, berkas } = await params;
  const format = proseFormatOf(berkas);
  if (!format) return new Response('Berkas ini tidak ada.\n', { status: 404 });
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const frame = await getFrame(actor);
  const sheets = await getSignOffs(actor, frame, opd === 'semua' ? null : opd);
  if (!sheets) return new Response('OPD ini tidak ada.\n', { status: 404 });
  const { region, plan } = frame;
  const { reach } = await getImage(actor, frame);
  // Who leads a department stands in the region's log, and ends with a day.
  const heads = sheets.map(({ head }) => `${head.name} ${head.office}`).join();
  const query = `/sidang/persetujuan/${opd}?pejabat=${region.revision} ${heads}`;
  const wanted = { format, query, revision: plan.revision, reach, planId: plan.id };
  const file = await makeDownload(actor, wanted, () => ({
    ...signOffDocument(sheets, {
      ...{ region: region.name, plan: plan.name, years: plan.years },
      ...{ version: `revisi ${plan.revision}`, footer: footerOf(actor, frame) },
    }),
    isPractice: region.isPractice,
  }));
  return file ? fileResponse(file) : waitResponse(request);
}
