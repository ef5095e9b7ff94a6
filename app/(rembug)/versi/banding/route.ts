import { now } from '@/lib/plan/read/versions';

/** The two versions that a form chose, as an address of their own; it shows nothing itself. */
export function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const side = (name: string) => encodeURIComponent(searchParams.get(name) || now);
  return Response.redirect(new URL(`/versi/${side('dari')}/banding/${side('ke')}`, request.url), 303);
}
