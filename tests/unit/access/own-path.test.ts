import { expect, it } from 'vitest';
import { ownPath } from '@/lib/access/own-path';

it('leads to pages of our own and nowhere else', () => {
  for (const path of ['/', '/pekerjaan', '/rencana?dimensi=sl&status=draf', '/perencanaan/sl#x']) {
    expect(ownPath(path)).toBe(path);
  }
  for (const path of [
    '',
    'x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil',
    'https://evil',
    'javascript:1',
    '/a\\b',
    '/é',
  ]) {
    expect(ownPath(path)).toBeNull();
  }
  expect(ownPath(undefined)).toBeNull();
});
