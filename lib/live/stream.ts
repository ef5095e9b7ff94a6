import 'server-only';
import type { Actor } from '@/lib/access/policy';
import { currentRequest } from '@/lib/server/request-context';
import { closeHub, join, leave, said, type Viewer } from './hub';

type Watch = { actor: Actor; look: () => Promise<Actor | null> };

const shared = globalThis as typeof globalThis & { rembugClosing?: true };
/** What may wait for a reader who does not keep up; then they are cut and come back to catch up. */
const mostWaiting = 256 * 1024;
const lastWordMs = 1_000;
/** So long after the last word that went the long way through the stream, that has been written. */
const settledMs = 1_000;

/**
 * A stream of what is written in the plan, as server-sent events: `kabar` with news, `hadir` with an item that
 * somebody came to or left, `denyut` every fifteen seconds, `akhir` when the session has ended.
 * Null when this person has too many.
 * @param since the revision that the reader knows; null: the one of now
 */
export function openStream(watch: Watch, since: number | null): ReadableStream<Uint8Array> | null {
  closeOnSignal();
  const { cut, write, waiting = () => 0 } = currentRequest() ?? {};
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const end = (text?: Uint8Array) => {
    leave(viewer);
    if (!controller) return;
    if (text) controller.enqueue(text);
    controller.close();
    controller = undefined;
    // A reader who takes nothing would keep the connection for ever.
    if (cut) setTimeout(cut, lastWordMs).unref();
  };
  let streamedAt = performance.now();
  // Two hundred readers are told several times a second: from the second word on it goes straight to the connection.
  let isDirect = false;
  const send = (text: Uint8Array) => {
    if (!controller) return;
    const isDrained = controller.desiredSize === mostWaiting && performance.now() - streamedAt > settledMs;
    isDirect ||= isDrained && waiting() === 0;
    if (isDirect && write) {
      if (waiting() > mostWaiting) end();
      else write(text);
    } else if ((controller.desiredSize ?? 0) > 0) {
      streamedAt = performance.now();
      controller.enqueue(text);
    } else end();
  };
  const viewer: Viewer = { ...watch, since, send, end };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: begun => {
        controller = begun;
        begun.enqueue(said('mulai', since));
      },
      cancel: () => {
        controller = undefined;
        leave(viewer);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  );
  return join(viewer) ? stream : null;
}

// The server closes by itself within its time; a stream that ends at once lets its reader look for the next one.
function closeOnSignal(): void {
  if (shared.rembugClosing) return;
  shared.rembugClosing = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, closeHub);
}
