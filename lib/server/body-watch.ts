import type { IncomingMessage } from 'node:http';
import { bodyLimit } from './request-guard';

export type BodyWatch = { bytes: () => Buffer; isComplete: () => boolean };

/**
 * Counts and remembers a request's body as it arrives, without reading it in the program's place.
 * `onTooLarge` is called once when the limit is passed, chunked bodies included.
 */
export function watchBody(req: IncomingMessage, onTooLarge: () => void): BodyWatch {
  const chunks: Buffer[] = [];
  let size = 0;
  let isComplete = false;
  const push = req.push.bind(req);
  req.push = (chunk: unknown, encoding?: BufferEncoding) => {
    if (chunk === null) isComplete = true;
    if (Buffer.isBuffer(chunk) && size <= bodyLimit) {
      size += chunk.length;
      if (size > bodyLimit) onTooLarge();
      else chunks.push(chunk);
    }
    return size > bodyLimit && chunk !== null ? false : push(chunk, encoding);
  };
  return { bytes: () => Buffer.concat(chunks), isComplete: () => isComplete };
}
