import { hashPassword } from '@/lib/access/password';

/** Of the four threads that a process has for such work; whoever signs in meanwhile finds one free. */
const atOnce = 2;

const shared = globalThis as typeof globalThis & { rembugHashing?: Promise<unknown> };

/**
 * Hashes of many passwords, in the same order. Slow on purpose, so a process does it for one asker after
 * the other and two at a time.
 */
export function hashPasswords(passwords: readonly string[]): Promise<string[]> {
  const turn = (shared.rembugHashing ?? Promise.resolve()).then(() => hashInTurns(passwords));
  shared.rembugHashing = turn.catch(() => undefined);
  return turn;
}

async function hashInTurns(passwords: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  const waiting = passwords.entries();
  const worker = async () => {
    for (const [index, password] of waiting) hashes[index] = await hashPassword(password);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return hashes;
}
