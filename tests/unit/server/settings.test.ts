import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { authSecret, readSettings, settingNames } from '@/lib/server/settings';

const read = (env: Record<string, string>) => readSettings(env as unknown as NodeJS.ProcessEnv);

describe('settings', () => {
  test('need nothing to be set', () => {
    const all = read({});
    expect(all).toMatchObject({
      PORT: 3000,
      HOST: '0.0.0.0',
      ALLOWED_HOSTS: [],
      TRUST_PROXY: false,
      LOG_LEVEL: 'info',
    });
    expect(all.DATA_DIR).toMatch(/[\\/]\.data$/);
    expect(all.DATABASE_URL).toBeUndefined();
  });

  test('take an empty value for one that is not set', () => {
    expect(read(Object.fromEntries(settingNames.map(name => [name, ''])))).toEqual(read({}));
  });

  test.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000x'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL', 'nonsense'],
    ['TLS_CERT', '/does/not/exist.pem'],
    ['TLS_KEY', '/does/not/exist.pem'],
    ['ALLOWED_HOSTS', 'a b'],
    ['TRUST_PROXY', 'yes'],
    ['AUTH_SECRET', 'short'],
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s with its name and what it should be', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(new RegExp(`^Pengaturan salah: ${name} harus .+\\.$`));
  });

  test('split and lower the list of hosts', () => {
    expect(read({ ALLOWED_HOSTS: 'Rembug.go.id, 10.0.0.1:3000' }).ALLOWED_HOSTS).toEqual([
      'rembug.go.id',
      '10.0.0.1:3000',
    ]);
  });

  test('want both TLS files or none', () => {
    const pem = 'tests/output/never.pem';
    expect(() => read({ TLS_CERT: pem })).toThrow('TLS_CERT');
  });

  test('are all in .env.example, with the defaults', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const example = Object.fromEntries(
      lines.filter(line => /^[A-Z_]+=/.test(line)).map(line => line.split(/=(.*)/s).slice(0, 2)),
    );
    expect(Object.keys(example).sort()).toEqual([...settingNames].sort());
    expect(read(example)).toEqual(read({}));
  });

  test('demand a secret in production', () => {
    expect(() => authSecret(read({}), false)).toThrow(/^Pengaturan salah: AUTH_SECRET wajib diisi/);
    const secret = 'a'.repeat(32);
    expect(authSecret(read({ AUTH_SECRET: secret }), false)).toBe(secret);
  });
});
