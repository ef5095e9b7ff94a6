import { describe, expect, it } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from '@/lib/access/password';

const names = ['dinkes', 'Kepala DINKES', 'Kabupaten Purbalingga'];

describe('a new password', () => {
  for (const good of [
    'kuda sawah hujan',
    'Telaga-Bening-77',
    'pakai payung biru lagi',
    `${'ﷺ'.repeat(3)}abc def ghi`,
  ]) {
    it(`takes ${good}`, () => expect(passwordProblem(good, names)).toBeNull());
  }
  for (const bad of [
    'pendek',
    'x'.repeat(200),
    'password1234',
    'aaaaaaaaaaaa',
    '121212121212',
    'purbalingga2026',
    'Dinkes123456',
    'Purbalingga!!',
  ]) {
    it(`refuses ${bad.slice(0, 20)}`, () => expect(passwordProblem(bad, names)).toMatch(/\.$/));
  }
});

describe('a stored password', () => {
  it('is an argon2id hash that fits only itself, however its letters are composed', async () => {
    const hash = await hashPassword('caf\u00e9 kopi tubruk');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(hash, 'cafe\u0301 kopi tubruk')).toBe(true);
    expect(await verifyPassword(hash, 'cafe kopi tubruk')).toBe(false);
    expect(await verifyPassword(undefined, 'there is no such account')).toBe(false);
  });
});
