import type { IncomingMessage } from 'node:http';
import { bodyLimit } from './request-guard';

/**
 * Counts a request's body as it arrives, without reading it in the program's place.
 * `onTooLarge` is called once when the limit is passed, chunked bodies included.
 */
export function watchBody(req: IncomingMessage, onTooLarge: () => void): void {
  let size = 0;
  const push = req.push.bind(req);
  req.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (Buffer.isBuffer(chunk) && size <= bodyLimit) {
      size += chunk.length;
      if (size > bodyLimit) onTooLarge();
    }
    return size > bodyLimit && chunk !== null ? false : push(chunk, encoding);
  };
}
