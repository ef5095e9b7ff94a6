import { getActor } from '@/lib/access/request';
import { planWorkbook } from '@/lib/exchange/plan-workbook';
import { getFrame } from '@/lib/plan/read/frame';
import { getMatrix } from '@/lib/plan/read/matrix';
import { filterOf } from '@/lib/plan/read/matrix-filter';

export async function GET(request: Request) {
  const actor = await getActor();
  if (!actor || actor.mustChangePassword) return Response.redirect(new URL('/masuk', request.url), 303);
  const frame = await getFrame(actor);
  const filter = filterOf(Object.fromEntries(new URL(request.url).searchParams));
  const { own, rows } = await getMatrix(actor, frame, filter);
  const { region, plan, dimensions } = frame;
  const file = await planWorkbook({
    region: region.name,
    plan,
    rows: [...own, ...rows],
    dimensions,
    at: new Date(),
  });
  return new Response(Buffer.from(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="rencana-revisi-${plan.revision}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}
