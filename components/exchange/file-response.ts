import type { DownloadFile } from '@/lib/exchange/read';
import { formats } from '@/lib/exchange/schema';

/** A file to keep, not to show. */
export function fileResponse({ format, fileName, content }: DownloadFile): Response {
  return new Response(content, {
    headers: {
      'content-type': formats[format],
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}

/** It takes longer: the page where it will be. */
export function waitResponse(request: Request): Response {
  return Response.redirect(new URL('/unduhan', request.url), 303);
}
