import type { IncomingMessage } from 'node:http';
import { bodyLimitOf } from './request-guard';

/**
 * Counts a request's body as it arrives, without reading it in the program's place.
 * `onTooLarge` is called once when the limit is passed, chunked bodies included.
 */
export function watchBody(req: IncomingMessage, onTooLarge: () => void): void {
  const limit = bodyLimitOf(req.url ?? '');
  let size = 0;
  const push = req.push.bind(req);
  req.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk) && size <= limit) {
      size += chunk.length;
      if (size > limit) onTooLarge();
    }
    return size > limit && chunk !== null ? false : push(chunk, encoding);
  };
}
