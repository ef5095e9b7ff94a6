import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, wordChange } from '@/components/review/word-change';

const told = (pieces: Piece[], open: string, close: string) =>
  pieces.map(({ text, isShared }) => (isShared ? text : `${open}${text}${close}`)).join('');
const show = (before: string, after: string) => {
  const pieces = wordChange(before, after);
  return [told(pieces.before, '[', ']'), told(pieces.after, '{', '}')];
};

describe('two texts side by side', () => {
  it('mark only the words that differ, wherever they stand', () => {
    expect(show('lahan tani yang lestari', 'lahan kelompok tani yang lestari dan subur')).toEqual([
      'lahan tani yang lestari',
      'lahan {kelompok }tani yang lestari {dan subur}',
    ]);
    expect(show('ditangani pada tahun itu', 'ditangani sejak 2024 sampai tahun itu')).toEqual([
      'ditangani [pada ]tahun itu',
      'ditangani {sejak 2024 sampai }tahun itu',
    ]);
    expect(show('700', '3.300')).toEqual(['[700]', '{3.300}']);
    expect(show('', 'BPS')).toEqual(['', '{BPS}']);
  });

  it('say all that was there and all that is there, and share the same words', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'desa', 'wisata'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordChange(before.join(' '), after.join(' '));
        const text = (list: Piece[]) => list.map(piece => piece.text).join('');
        expect(text(pieces.before)).toBe(before.join(' '));
        expect(text(pieces.after)).toBe(after.join(' '));
        const shared = (list: Piece[]) =>
          list.flatMap(piece => (piece.isShared ? piece.text.trim().split(/\s+/) : []));
        expect(shared(pieces.before)).toEqual(shared(pieces.after));
      }),
    );
  });
});
