import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ComponentKey,
  type ComponentValues,
  classOf,
  components,
  disagreement,
  factorOf,
  indexTag,
  ipmOf,
} from '@/lib/plan/ipm';
import { kinds } from '@/lib/plan/kinds/all';

const values = (uhh: number, hls: number, rls: number, spending: number) => ({ uhh, hls, rls, spending });
const component = (key: ComponentKey) => {
  const found = components.find(one => one.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('the formula', () => {
  // Published by BPS (DOMAIN 9).
  const vectors: [string, ComponentValues, number][] = [
    ['Indonesia 2023', values(73.93, 13.15, 8.77, 11_899_000), 74.39],
    ['Indonesia 2024', values(74.15, 13.21, 8.85, 12_341_000), 75.02],
    ['Banten 2016', values(69.46, 12.7, 8.37, 11_470_000), 70.96],
    ['Purbalingga 2014', values(72.8, 11.51, 6.84, 8_539_000), 66.23],
    ['Purbalingga 2023', values(73.98, 12.02, 7.34, 10_964_000), 70.51],
    ['Pemalang 2019', values(73.22, 11.94, 6.41, 8_546_000), 66.32],
    ['Pemalang 2020', values(73.4, 11.95, 6.42, 8_461_000), 66.32],
  ];
  it.each(vectors)('gives what was published: %s', (_, given, published) => {
    const computed = ipmOf(given) ?? Number.NaN;
    expect(Math.abs(computed - published)).toBeLessThanOrEqual(0.01);
    expect(disagreement(published, computed)).toBeNull();
  });

  it('does not give the 69,54 of Purbalingga 2022, whose components are of another series', () => {
    const computed = ipmOf(values(72.89, 12.02, 7.33, 10_277_000)) ?? Number.NaN;
    expect(disagreement(69.54, computed)).toBeCloseTo(0.16, 2);
  });

  it('is 0 at the lower limits and 100 at the upper ones', () => {
    const at = (end: 'low' | 'high') =>
      Object.fromEntries(components.map(one => [one.key, one[end]])) as ComponentValues;
    expect([ipmOf(at('low')), ipmOf(at('high'))]).toEqual([0, 100]);
  });

  it('says nothing of figures outside the limits of the method', () => {
    const sound = values(73.98, 12.02, 7.34, 10_964_000);
    for (const { key, low, high } of components) {
      for (const amount of [low - 0.01, high + 0.01, Number.NaN, Number.POSITIVE_INFINITY])
        expect([key, amount, ipmOf({ ...sound, [key]: amount })]).toEqual([key, amount, null]);
    }
    expect(ipmOf({ ...sound, spending: 10_964 })).toBeNull();
  });

  it('rises with each component, and never leaves 0 to 100', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const given = fc.record({ uhh: share, hls: share, rls: share, spending: share });
    const key = fc.constantFrom(...components.map(one => one.key));
    const place = (shares: ComponentValues) =>
      Object.fromEntries(
        components.map(({ key, low, high }) => [key, low + shares[key] * (high - low)]),
      ) as ComponentValues;
    fc.assert(
      fc.property(given, key, fc.double({ min: 0.0001, max: 0.009, noNaN: true }), (shares, which, more) => {
        const before = ipmOf(place(shares)) ?? Number.NaN;
        const after = ipmOf(place({ ...shares, [which]: shares[which] + more })) ?? Number.NaN;
        return before > 0 && before < after && after < 100;
      }),
    );
  });
});

it('a difference of 0,01 is rounding, anything above it is not', () => {
  expect(disagreement(70.51, 70.5)).toBeNull();
  expect(disagreement(70.5, 70.51)).toBeNull();
  expect(disagreement(70.51, 70.4989)).toBeCloseTo(0.0111, 4);
});

it.each([
  [59.99, 'rendah'],
  [60, 'sedang'],
  [69.99, 'sedang'],
  [70, 'tinggi'],
  [79.99, 'tinggi'],
  [80, 'sangat tinggi'],
])('an IPM of %s is %s', (ipm, name) => expect(classOf(ipm)).toBe(name));

describe('the unit decides the factor', () => {
  it.each([
    ['Rp', 1],
    ['rp.', 1],
    ['Rupiah', 1],
    ['Rp ribu', 1000],
    ['Rp. ribu', 1000],
    ['ribu rupiah', 1000],
    ['Rp ribu per tahun', 1000],
    ['Rp ribu/orang/tahun', 1000],
    ['Ribu Rupiah per kapita per tahun', 1000],
    ['Rp juta', 1_000_000],
    [' juta rupiah ', 1_000_000],
    ['', null],
    ['ribu', null],
    ['Rp miliar', null],
    ['Rp ribu per bulan', null],
    ['Rp ribu/hari', null],
    ['USD', null],
    ['%', null],
    ['tahun', null],
    ['constructor rupiah', null],
  ])('of spending: “%s”', (unit, factor) => expect(factorOf(component('spending'), unit)).toBe(factor));

  it.each([
    ['tahun', 1],
    [' Tahun ', 1],
    ['bulan', null],
    ['', null],
    ['Rp', null],
  ])('of years: “%s”', (unit, factor) => expect(factorOf(component('rls'), unit)).toBe(factor));
});

it('an indicator can be tagged as IPM itself and as each of its components', () => {
  const fields = kinds.indicator.fields({ baselineYear: 2024, years: [2025] });
  const options = fields.find(({ path }) => path === 'ipm')?.options?.map(({ value }) => value);
  expect(options).toEqual([indexTag, ...components.map(({ key }) => key)]);
});
