import { hash, verify } from '@node-rs/argon2';

const common = new Set(
  [
    'password1234 passwordpassword 123456789012 1234567890123 qwertyuiop12 qwertyuiopas administrator',
    'admin1234567 katasandi123 katasandi1234 rahasia12345 rahasiasekali indonesia123 indonesia2024',
    'indonesiaraya merdeka17845 bismillah123 bismillah786 sayangkamu12 iloveyou1234 smartcity123',
    'smartcity2024 smartcity2025 smartcity2026 pemerintah12 pemerintah123 kabupaten123 sekretariat1',
    'rembugrembug rembug123456 aaaaaaaaaaaa 111111111111 000000000000 abcdefghijkl abcd12345678',
  ].flatMap(line => line.split(' ')),
);

// Compared against for unknown users, so that an answer takes as long as for known ones.
let decoy: Promise<string> | undefined;

/** Hash of a password (argon2id). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'));
}

/** Whether the password fits; takes equally long when there is no such user. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('there is no such account');
  const isRight = await verify(passwordHash ?? (await decoy), password.normalize('NFC'));
  return isRight && passwordHash !== undefined;
}

/**
 * Why a password cannot be taken, as a sentence; null when it can (SECURITY 3).
 * @param names words an attacker would try first: user name, person, region
 */
export function passwordProblem(password: string, names: readonly string[]): string | null {
  const length = [...password].length;
  if (length < 12) return `Kata sandi paling sedikit 12 huruf. Sekarang ${length}.`;
  if (length > 128) return `Kata sandi paling banyak 128 huruf. Sekarang ${length}.`;
  const plain = password.toLowerCase();
  if (common.has(plain) || new Set(plain).size < 4) {
    return 'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan.';
  }
  const letters = plain.replace(/[^a-z]/g, '');
  const isName = names
    .flatMap(name => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(name => name.toLowerCase().replace(/[^a-z]/g, ''))
    .some(name => name.length >= 4 && letters.replaceAll(name, '').length < 6 && letters.includes(name));
  return isName
    ? 'Kata sandi ini berisi nama daerah atau nama Anda. Pakai beberapa kata yang tidak berhubungan.'
    : null;
}
