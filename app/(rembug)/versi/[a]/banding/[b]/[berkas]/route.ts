import { fileResponse, waitResponse } from '@/components/exchange/file-response';
import { sideName } from '@/components/versions/side-name';
import { getActor } from '@/lib/access/request';
import { differenceDocument } from '@/lib/exchange/difference-document';
import { formatOf } from '@/lib/exchange/schema';
import { makeDownload } from '@/lib/exchange/write';
import { getFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { getDifferences, getSide } from '@/lib/plan/read/versions';

type Context = { params: Promise<{ a: string; b: string; berkas: string }> };

/** What differs between two versions, as a file. */
export async function GET(request: Request, { params }: Context) {
  const { a, b, berkas } = await params;
  const format = formatOf(berkas);
  if (!format) return new Response('Berkas ini tidak ada.\n', { status: 404 });
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const frame = await getFrame(actor);
  const [before, after] = [await getSide(actor, frame, a), await getSide(actor, frame, b)];
  if (!before || !after) return new Response('Versi ini tidak ada.\n', { status: 404 });
  const { revision, reach } = await getImage(actor, frame);
  const wanted = { format, query: `/versi/${a}/banding/${b}`, revision, reach, planId: frame.plan.id };
  const isAcross = before.plan.plan.id !== after.plan.plan.id;
  const differences = await getDifferences(actor, before, after);
  const file = await makeDownload(actor, wanted, () =>
    differenceDocument({
      region: frame.region,
      before: { name: sideName(before, isAcross), plan: before.plan },
      after: { name: sideName(after, isAcross), plan: after.plan },
      ...{ differences, person: actor.name, at: new Date() },
    }),
  );
  return file ? fileResponse(file) : waitResponse(request);
}
