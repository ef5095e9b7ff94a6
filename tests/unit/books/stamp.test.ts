import { expect, it } from 'vitest';
import { stampOf } from '@/lib/books/document';

it('what is practice says so across every page, whatever else it is', () => {
  expect(stampOf({ isDraft: true, isPractice: true })).toBe('LATIHAN');
  expect(stampOf({ isDraft: false, isPractice: true })).toBe('LATIHAN');
  expect(stampOf({ isDraft: true })).toBe('DRAF');
  expect(stampOf({ isDraft: false, isPractice: false })).toBeNull();
});
