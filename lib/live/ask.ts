import type { Outcome } from '@/lib/plan/outcome';
import { newId } from './mutation-id';

type Refusal = { ok: false; reason: string; message: string };

const unanswered: Refusal = {
  ok: false,
  reason: 'unanswered',
  message: 'Belum terkirim: jaringan atau server tidak menjawab. Coba lagi.',
};

/** The answers to a batch, or why there are none; silence is an answer too, in words. */
export async function askAll(call: Promise<Outcome[] | Refusal>): Promise<Outcome[] | Refusal> {
  return (await call.catch(() => null)) ?? unanswered;
}

/** The one answer to one request. */
export async function ask(call: Promise<Outcome[] | Outcome | Refusal>): Promise<Outcome | Refusal> {
  const answer = await call.catch(() => null);
  return (Array.isArray(answer) ? answer[0] : answer) ?? unanswered;
}

/**
 * Keys for trying again: the same content keeps its key, so a lost answer never counts twice; another gets its own.
 * Once it is answered (`forget`), the same words said again are a new request.
 */
export class Attempt {
  private content = '';
  private key = '';

  /** The key of this content, as long as it is not done. */
  keyFor(content: unknown): string {
    const text = JSON.stringify(content);
    if (this.key === '' || text !== this.content) this.key = newId();
    this.content = text;
    return this.key;
  }

  /** What was asked for is done; the same content asked for again is another request. */
  forget(): void {
    this.key = '';
  }
}
