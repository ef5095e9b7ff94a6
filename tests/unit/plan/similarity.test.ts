import { describe, expect, it } from 'vitest';
import { rankSimilar } from '@/lib/plan/similarity';

const targets = [
  ['kesehatan', 'Meningkatnya derajat kesehatan masyarakat', '1.1'],
  ['gizi', 'Menurunnya prevalensi stunting', '1.2'],
  ['miskin', 'Menurunnya angka kemiskinan', '2.1'],
  ['ekonomi', 'Meningkatnya pertumbuhan ekonomi daerah', '2.2'],
  ['birokrasi', 'Terwujudnya birokrasi yang bersih dan melayani', '3.1'],
  ['lingkungan', 'Meningkatnya kualitas lingkungan hidup', '4.1'],
] as const;
const candidates = targets.map(([id, text, code]) => ({ id, text, code }));
const first = (...texts: string[]) => rankSimilar(texts, candidates)[0]?.id;

describe('what is proposed for a text', () => {
  it.each([
    ['Meningkatnya kesehatan ibu dan anak', 'kesehatan'],
    ['Berkurangnya penduduk miskin', 'miskin'],
    ['Turunnya stunting pada balita', 'gizi'],
    ['Pelayanan birokrasi yang cepat', 'birokrasi'],
    ['Kabupaten yang bersih lingkungannya', 'lingkungan'],
  ])('%s', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('follows the number that the old free text names, over the words', () => {
    expect(first('Layanan dasar yang merata', 'Sasaran 2.1 RPJMD')).toBe('miskin');
    expect(first('Pendapatan naik 2.1 persen')).not.toBe('ekonomi');
  });

  it('proposes nothing for words that every sentence has, or for none', () => {
    for (const text of ['', '   ', 'Meningkatnya kualitas', 'yang dan di', '12345', 'xqz'])
      expect(rankSimilar([text], candidates)).toEqual([]);
  });

  it('proposes at most five, the best first, each between 0 and 1', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({
      ...{ id: String(n), text: `Layanan kesehatan ${n}`, code: null },
    }));
    const ranked = rankSimilar(['Layanan kesehatan'], many);
    expect(ranked).toHaveLength(5);
    expect(ranked.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect([...ranked].sort((a, b) => b.score - a.score)).toEqual(ranked);
  });
});
