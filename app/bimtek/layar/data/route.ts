import { getScreen } from '@/lib/access/request';
import { getWall, getWallTag } from '@/lib/hall/read/wall';
import { getFrame } from '@/lib/plan/read/frame';

/** What the wall shows now, unless it is what If-None-Match names. For screens, and who may open one. */
export async function GET(request: Request) {
  const screen = await getScreen();
  const frame = screen && (await getFrame(screen));
  const tag = screen && frame && (await getWallTag(screen, frame));
  if (!tag) return new Response(null, { status: 401 });
  const headers = { etag: `"${tag}"`, 'cache-control': 'no-store' };
  const known = request.headers.get('if-none-match')?.replace(/^W\/|"/g, '');
  if (known === tag) return new Response(null, { status: 304, headers });
  const wall = await getWall(screen, frame);
  return wall ? Response.json(wall, { headers }) : new Response(null, { status: 401 });
}
