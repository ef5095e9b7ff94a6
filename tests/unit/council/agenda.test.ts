import { describe, expect, test } from 'vitest';
import { agendaOf, type OpenMatters } from '@/lib/council/agenda';
import type { Standing } from '@/lib/council/standing';

const standing = (state: Standing['state'], changed = 0) => ({
  ...{
    id: 'd',
    state,
    number: '02/2026',
    at: new Date(0),
    by: 'Dewan',
    office: 'Anggota',
    note: 'Lengkapi.',
  },
  ...{ planRevision: 1, changed },
});
const dimension = (id: string, held: OpenMatters['dimensions'][number]['standing'] = null) => ({
  ...{ id, slug: id, name: `Dimensi ${id}`, standing: held, approved: 2, indicators: 5 },
});
const nothing: OpenMatters = { dimensions: [], waiting: 0, similar: 0, ipm: [], late: 0 };
const keys = (open: Partial<OpenMatters>, decided: string[] = []) =>
  agendaOf({ ...nothing, ...open }, [], new Set(decided)).map(({ key }) => key);

describe('the agenda', () => {
  test('has what was asked to be revised, what changed and what is new to the council, in the order of the plan', () => {
    const dimensions = [
      ...[dimension('a'), dimension('b', standing('endorsed', 3)), dimension('c', standing('revision'))],
      dimension('d', standing('endorsed')),
    ];
    expect(keys({ dimensions })).toEqual(['dimension:a', 'dimension:b', 'dimension:c']);
  });

  test('says why a dimension is on it', () => {
    const dimensions = [
      dimension('c', standing('revision')),
      dimension('b', standing('endorsed', 3)),
      dimension('a'),
      { ...dimension('e'), indicators: 0 },
    ];
    expect(agendaOf({ ...nothing, dimensions }, [], new Set()).map(({ detail }) => detail)).toEqual([
      'Diminta perbaikan dengan keputusan 02/2026: Lengkapi.',
      'Disahkan Dewan dengan keputusan 02/2026. Perlu diperbarui: 3 isian berubah sejak itu.',
      '2 dari 5 indikator sudah disetujui peninjau.',
      'Belum ada indikator.',
    ]);
  });

  test('keeps what this sitting decided on, though it is open no longer', () => {
    const dimensions = [dimension('d', standing('endorsed'))];
    expect(keys({ dimensions })).toEqual([]);
    expect(keys({ dimensions }, ['dimension:d', 'late'])).toEqual(['dimension:d', 'late']);
  });

  test('is called the same before and after the decision, so that minutes say what was on the table', () => {
    const titles = [null, standing('endorsed')].map(
      held =>
        agendaOf({ ...nothing, dimensions: [dimension('d', held)] }, [], new Set(['dimension:d']))[0]?.title,
    );
    expect(titles).toEqual(['Pengesahan dimensi Dimensi d', 'Pengesahan dimensi Dimensi d']);
  });

  test('has the other matters only when there are any, and the own points last', () => {
    const open = { ...nothing, waiting: 4, similar: 2, ipm: ['Seri bercampur.'], late: 1 };
    const agenda = agendaOf(open, [{ id: 'p', title: 'Anggaran' }], new Set());
    expect(agenda.map(({ key }) => key)).toEqual(['waiting', 'similar', 'ipm', 'late', 'point:p']);
    expect(agenda.map(({ detail }) => detail)).toEqual([
      '4 isian sudah diajukan dan belum diputuskan peninjaunya.',
      '2 kelompok belum diputuskan: sama, berbeda, atau satu definisi.',
      'Seri bercampur.',
      '1 OPD belum mengajukan semua isiannya sampai tenggat.',
      '',
    ]);
    expect(agenda.at(-1)).toMatchObject({ title: 'Anggaran', pointId: 'p' });
    expect(keys({})).toEqual([]);
  });
});
