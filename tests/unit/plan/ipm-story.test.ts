import { describe, expect, it } from 'vitest';
import { ipmNotes } from '@/lib/plan/ipm-notes';
import { type IpmItem, ipmStory } from '@/lib/plan/ipm-story';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import { purbalinggaItems } from '@/prisma/seed/purbalingga';

const plan = { baselineYear: 2024, years: [2025, 2026] };
const cell = (low: string, high: string | null = null) => ({ ...emptyCell, low, high });
const series = 'BPS, UHH Long Form SP2020';

function item(id: string, fields: Fields, trunk: Partial<IpmItem> = {}): IpmItem {
  return {
    ...{ id, kind: 'indicator', dimensionId: null, departmentId: 'd' },
    ...{ status: 'approved', selfApproved: false, archivedAt: null },
    ...trunk,
    fields: { title: id, unit: 'tahun', precision: 2, dataSeries: series, baselineYear: 2023, ...fields },
  };
}
const ipm = item('IPM', {
  ipm: 'index',
  unit: 'Indeks',
  baseline: cell('70.51'),
  'milestones.2026': cell('72'),
});
const uhh = item('UHH', { ipm: 'uhh', baseline: cell('73.98') });
const hls = item('HLS', { ipm: 'hls', baseline: cell('12.02') });
const rls = item('RLS', { ipm: 'rls', baseline: cell('7.34') });
const spending = item('PPK', { ipm: 'spending', unit: 'Rp ribu', baseline: cell('10964') });
const all = [ipm, uhh, hls, rls, spending];
const feeder = item('SL-01', { ipm: 'uhh', baseline: cell('74.1') }, { dimensionId: 'x', departmentId: 'e' });

const withFields = (one: IpmItem, fields: Fields): IpmItem => ({
  ...one,
  fields: { ...one.fields, ...fields },
});
const swapped = (...changed: IpmItem[]) => all.map(one => changed.find(({ id }) => id === one.id) ?? one);
const messages = (items: readonly IpmItem[]) =>
  ipmNotes(ipmStory(items, plan)).map(({ level, message }) => `${level}: ${message}`);

describe('the path', () => {
  it('holds the baseline and every plan year, whatever is in them', () => {
    const { index, years } = ipmStory(all, plan);
    expect(index?.points.map(({ year, cell }) => [year, cell.low])).toEqual([
      [2023, '70.51'],
      [2025, null],
      [2026, '72'],
    ]);
    expect(years.map(({ year, stated }) => [year, stated.low])).toEqual([
      [2023, '70.51'],
      [2025, null],
      [2026, '72'],
    ]);
  });

  it('is computed where all four components have a figure, the baseline year included', () => {
    expect(ipmStory(all, plan).years.map(({ computed }) => computed?.toFixed(2) ?? null)).toEqual([
      '70.51',
      null,
      null,
    ]);
    expect(messages(all)).toEqual([]);
  });

  it('is computed for a year that IPM itself does not state', () => {
    const later = all.map(one => (one === ipm ? one : withFields(one, { baselineYear: 2022 })));
    expect(ipmStory(later, plan).years.map(({ year, computed }) => [year, computed !== null])).toEqual([
      [2022, true],
      [2023, false],
      [2025, false],
      [2026, false],
    ]);
    expect(messages(later)).toEqual([]);
  });

  it('is computed for plan years too', () => {
    const values: Record<string, string> = { UHH: '74.5', HLS: '12.1', RLS: '7.6', PPK: '11800' };
    const years = all.map(one =>
      withFields(one, values[one.id] ? { 'milestones.2026': cell(values[one.id] ?? '') } : {}),
    );
    expect(ipmStory(years, plan).years.at(-1)?.computed?.toFixed(2)).toBe('71.90');
    expect(messages(years)).toEqual([
      'warn: IPM 2026 tertulis 72,00, tetapi komponennya menghasilkan 71,90. Periksa angka dan serinya.',
    ]);
  });
});

describe('the two ends that are shown', () => {
  const far = { baselineYear: 2024, years: [2025, 2026, 2034] };
  const endsOf = (fields: Fields) =>
    ipmStory([withFields(ipm, fields)], far).index?.ends?.map(({ year, cell }) => [year, cell.low]);

  it('are the first figure and the last of the medium term', () => {
    expect(endsOf({ 'milestones.2034': cell('75.5') })).toEqual([
      [2023, '70.51'],
      [2026, '72'],
    ]);
  });

  it('are one and the same where there is one figure, and none where there is none', () => {
    const one = [2023, '70.51'];
    expect(endsOf({ 'milestones.2026': emptyCell })).toEqual([one, one]);
    expect(endsOf({ 'milestones.2026': emptyCell, baseline: emptyCell })).toBeUndefined();
    const late = { baseline: emptyCell, 'milestones.2026': emptyCell, 'milestones.2034': cell('75.5') };
    expect(endsOf(late)).toEqual([
      [2034, '75.5'],
      [2034, '75.5'],
    ]);
  });
});

describe('which indicator is IPM', () => {
  it('the one that says so, whatever it is called', () => {
    const renamed = withFields(ipm, { title: 'Angka pembangunan manusia' });
    expect(ipmStory([uhh, renamed], plan).index?.title).toBe('Angka pembangunan manusia');
  });

  it("never another of the region's own indicators", () => {
    const poverty = item('kemiskinan', { unit: '%', baseline: cell('14.18') });
    expect(ipmStory([poverty], plan).index).toBeNull();
    expect(ipmStory([poverty, ipm], plan).index?.id).toBe('IPM');
  });

  it("of several the first, and the region's own before one of a dimension", () => {
    const inDimension = item('SE-09', { ipm: 'index' }, { dimensionId: 'x' });
    const second = item('IPM lama', { ipm: 'index' });
    expect(ipmStory([inDimension, ipm, second], plan).index?.id).toBe('IPM');
    expect(ipmStory([inDimension], plan).index?.id).toBe('SE-09');
  });

  it('never one that was put away, a goal or a target', () => {
    const away = { ...ipm, archivedAt: '2026-11-25T00:00:00Z' };
    const goal: IpmItem = { ...ipm, kind: 'goal' };
    expect(ipmStory([away, goal], plan).index).toBeNull();
  });
});

describe('the components', () => {
  it("have the region's own figures and the departments' indicators that feed them", () => {
    const { components } = ipmStory([...all, feeder], plan);
    expect(components.map(({ key, own, feeders }) => [key, own?.id, feeders.map(({ id }) => id)])).toEqual([
      ['uhh', 'UHH', ['SL-01']],
      ['hls', 'HLS', []],
      ['rls', 'RLS', []],
      ['spending', 'PPK', []],
    ]);
  });

  it('the first of two own indicators counts', () => {
    const second = item('UHH lain', { ipm: 'uhh', baseline: cell('60') });
    expect(ipmStory([...all, second], plan).components[0]?.own?.id).toBe('UHH');
  });

  it("a department's indicator never stands in for the region's figure", () => {
    const items = [ipm, feeder, hls, rls, spending];
    expect(ipmStory(items, plan).years[0]?.computed).toBeNull();
    expect(messages(items)).toEqual([
      'hint: IPM belum dapat dihitung ulang. Angka daerah belum ada untuk umur harapan hidup.',
    ]);
  });

  it('a range is no figure that a formula takes', () => {
    const items = swapped(withFields(uhh, { baseline: cell('73', '74') }));
    expect(ipmStory(items, plan).years[0]?.computed).toBeNull();
  });
});

describe('the warnings', () => {
  it('Purbalingga 2022: its published components do not give the published IPM', () => {
    const values: Record<string, string> = {
      ...{ IPM: '69.54', UHH: '72.89', HLS: '12.02', RLS: '7.33', PPK: '10277' },
    };
    const items = all.map(one =>
      withFields(one, { baselineYear: 2022, baseline: cell(values[one.id] ?? '') }),
    );
    expect(messages(items)).toEqual([
      'warn: IPM 2022 tertulis 69,54, tetapi komponennya menghasilkan 69,38. Periksa angka dan serinya.',
    ]);
  });

  it('two series', () => {
    const items = swapped(
      ...[uhh, rls].map(one => withFields(one, { dataSeries: 'BPS, SP2010' })),
      withFields(hls, { dataSeries: '  bps,  UHH long form SP2020 ' }),
    );
    expect(messages(items)).toEqual([
      'warn: Seri data bercampur: IPM memakai “BPS, UHH Long Form SP2020”, umur harapan hidup dan rata-rata lama sekolah memakai “BPS, SP2010”. Angkanya tidak dapat dibandingkan.',
    ]);
  });

  it('a series that is not named is not another series', () => {
    const unnamed = withFields(spending, { dataSeries: null });
    expect(messages(swapped(unnamed))).toEqual([
      'hint: Seri data belum disebut untuk pengeluaran per kapita.',
    ]);
    expect(messages(all.map(one => withFields(one, { dataSeries: '' })))).toEqual([]);
  });

  it('a unit that the formula does not know', () => {
    expect(messages(swapped(withFields(spending, { unit: 'USD' })))).toEqual([
      'warn: Satuan pengeluaran per kapita, “USD”, tidak dikenal. Tulis Rp, Rp ribu, atau Rp juta agar IPM dapat dihitung.',
    ]);
    expect(messages(swapped(withFields(rls, { unit: null })))).toEqual([
      'warn: Satuan rata-rata lama sekolah kosong. Tulis tahun agar IPM dapat dihitung.',
    ]);
  });

  it('a figure outside the limits, mostly one in another unit', () => {
    expect(messages(swapped(withFields(spending, { unit: 'Rp', precision: 0 })))).toEqual([
      'warn: Angka pengeluaran per kapita 2023, 10.964 Rp, di luar batas rumus IPM. Periksa angka dan satuannya.',
    ]);
  });

  it('nothing is said where nothing is tagged', () => {
    expect(messages([item('kemiskinan', {})])).toEqual([]);
    expect(messages([])).toEqual([]);
  });
});

describe("Purbalingga's own plan", () => {
  const items = purbalinggaItems().map(
    ({ key, kind, dimension, department, fields }): IpmItem => ({
      ...{ id: key, kind, dimensionId: dimension, departmentId: department, fields },
      ...{ status: 'approved', selfApproved: false, archivedAt: null },
    }),
  );
  const story = ipmStory(items, { baselineYear: 2024, years: [2025, 2026, 2027, 2028, 2029, 2034] });

  it('its IPM of 2023 agrees with its components, and nothing is to be warned of', () => {
    expect(story.index?.id).toBe('IPM');
    expect(
      story.years.flatMap(({ year, computed }) => (computed ? [[year, computed.toFixed(2)]] : [])),
    ).toEqual([[2023, '70.51']]);
    expect(ipmNotes(story)).toEqual([]);
  });

  it('departments feed three of the four components; spending is the gap', () => {
    expect(
      story.components.map(({ key, own, feeders }) => [key, own?.id, feeders.map(({ id }) => id)]),
    ).toEqual([
      ['uhh', 'UHH', ['SL-01']],
      ['hls', 'HLS', ['SS-02']],
      ['rls', 'RLS', ['SS-01']],
      ['spending', 'PPK', []],
    ]);
  });

  it('tags only indicators that carry the name of their component', () => {
    const tagged = story.components.flatMap(({ name, feeders }) =>
      feeders.map(({ title }) => [title.toLowerCase(), name]),
    );
    expect(tagged.map(([title]) => title)).toEqual(tagged.map(([, name]) => name));
  });
});
