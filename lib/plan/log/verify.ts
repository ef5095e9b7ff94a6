import { bodyOf, type StoredEvent } from './body';
import { columnsOf, hashOf } from './hash';

export type Flaw = { stream: string; revision: number; problem: string };

/**
 * Finds what does not hold in one stream of events (SECURITY 9): a changed byte, a removed or
 * reordered event, a column that differs from the body, and a head that is not the last hash.
 * A tail that was cut together with the head shows only against a head kept elsewhere.
 * @param events of one stream, in order of revision
 * @param head where the stream's own row says it stands
 * @param keptHead a hash from an export or a version, which must occur in the stream
 */
export function verifyStream(
  stream: string,
  events: readonly StoredEvent[],
  head: { revision: number; headHash: string },
  keptHead?: string,
): Flaw[] {
  const flaws: Flaw[] = [];
  let previousHash = '';
  for (const [index, event] of events.entries()) {
    const flaw = (problem: string) => flaws.push({ stream, revision: event.revision, problem });
    if (event.revision !== index + 1) flaw(`nomor urut seharusnya ${index + 1}`);
    if (event.hash !== hashOf(event.body)) flaw('isi tidak cocok dengan sidik jarinya');
    if (event.previousHash !== previousHash) flaw('tidak menyambung ke catatan sebelumnya');
    if (!repeatsItsBody(event)) flaw('kolom tidak sama dengan isi');
    previousHash = event.hash;
  }
  const last = { revision: events.length, headHash: previousHash };
  if (head.revision !== last.revision || head.headHash !== last.headHash) {
    flaws.push({
      stream,
      revision: head.revision,
      problem: 'ujung rantai tidak sama dengan catatan terakhir',
    });
  }
  if (keptHead && !events.some(event => event.hash === keptHead)) {
    flaws.push({
      stream,
      revision: last.revision,
      problem: 'sidik jari yang Anda simpan tidak ada di rantai ini',
    });
  }
  return flaws;
}

function repeatsItsBody(event: StoredEvent): boolean {
  try {
    const wanted = columnsOf(bodyOf(event));
    return Object.entries(wanted).every(([name, value]) => {
      const stored = event[name as keyof StoredEvent];
      return value instanceof Date ? value.getTime() === (stored as Date).getTime() : value === stored;
    });
  } catch {
    return false;
  }
}
