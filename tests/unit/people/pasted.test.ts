import { describe, expect, it } from 'vitest';
import { judgeDepartments } from '@/lib/people/department-rows';
import { holdsIdentityNumber, proposeUsername, readDay } from '@/lib/people/names';
import { mergeForm, newerPaths } from '@/lib/people/newer';
import { pastedRows } from '@/lib/people/pasted-rows';
import { judgePeople } from '@/lib/people/people-rows';
import { qrOf } from '@/lib/people/qr';

const known = {
  departments: [
    { id: 'kes', code: 'KES', name: 'Dinas Kesehatan', kind: 'DEPARTMENT' },
    { id: 'lh', code: 'LH', name: 'Dinas Lingkungan Hidup', kind: 'DEPARTMENT' },
  ],
  people: [{ username: 'kes', name: 'Kepala KES' }],
  heads: new Map([['kes', 'Kepala KES']]),
};
const judge = (text: string) => judgePeople(pastedRows(text, ['nama']), known);

describe('a pasted text', () => {
  it.each([
    ['tabs', 'Nama\tOPD\nAni\tKES'],
    ['semicolons', 'nama;opd\r\nAni;KES\r\n\r\n'],
    ['commas', '\ufeffNama,OPD\nAni , KES'],
    ['quotes', 'Nama\tOPD\n"Ani"\t"KES"'],
  ])('with %s is read as rows, its head left out', (_, text) => {
    expect(pastedRows(text, ['nama'])).toEqual([{ line: 1, cells: ['Ani', 'KES'] }]);
  });

  it('keeps a comma within a name', () => {
    expect(pastedRows('Ani, S.T.;KES', [])[0]?.cells).toEqual(['Ani, S.T.', 'KES']);
  });
});

describe('a pasted person', () => {
  it.each([
    ['Ani;KES;Operator', 'ready', { username: 'kes.operator', departmentId: 'kes', role: 'operator' }],
    ['Ani;dinas lingkungan hidup;Plt. Kepala', 'ready', { username: 'lh', tenure: 'plt', role: 'head' }],
    ['Drs. H. Budi Santoso, M.Si.;;Dewan', 'ready', { username: 'budi.santoso', departmentId: '' }],
    ['Ani;Lingkungan;operator', 'doubtful', { departmentId: 'lh' }],
    ['Ani;KES;Kepala', 'doubtful', { username: 'kes2' }],
    ['Kepala KES;LH;Operator', 'doubtful', { username: 'lh.operator' }],
    ['Ani;KES;Operator;3303 0112 3456 7890', 'doubtful', {}],
    ['Ani;KES;Operator;Staf;ani', 'ready', { username: 'ani', position: 'Staf' }],
  ])('“%s” is %s', (text, state, row) => {
    expect(judge(text)).toMatchObject([{ state, row }]);
  });

  it.each([
    [';KES;Operator', 'Isi nama.'],
    ['Ani;;Operator', 'Isi OPD untuk peran ini.'],
    ['Ani;XX;Operator', 'OPD “XX” tidak ada. Pakai kodenya.'],
    ['Ani;Dinas;Operator', 'OPD “Dinas” tidak ada. Pakai kodenya.'],
    ['Ani;KES;constructor', 'Peran “constructor” tidak dikenal. Contoh: Kepala, Operator, Plt Kepala.'],
    ['Ani;KES;Operator;;kes', 'Nama pengguna kes sudah dipakai Kepala KES. Pilih yang lain.'],
    ['Ani;KES;Operator;a;b;c', 'Ada lebih dari 5 kolom. Pakai: nama, OPD, peran, jabatan, nama pengguna.'],
  ])('“%s” is refused with its reason', (text, reason) => {
    expect(judge(text)).toMatchObject([{ state: 'refused', reason, row: null }]);
  });

  it('never takes the user name of another row', () => {
    const names = judge('Ani;KES;Operator\nBudi;KES;Operator\nCici;KES;Operator;;kes.operator').map(
      ({ row }) => row?.username ?? null,
    );
    expect(names).toEqual(['kes.operator', 'kes.operator2', null]);
  });
});

describe('a pasted department', () => {
  it('needs a free code, a name and a kind', () => {
    const text =
      'Kode;Nama;Jenis\nA;Dinas A;Dinas\na;Dinas B;Dinas\nC;Dinas Kesehatan;badan\nD;D;Dusun\nE E;E;Dinas';
    const verdicts = judgeDepartments(pastedRows(text, ['kode']), known.departments);
    expect(verdicts.map(({ state }) => state)).toEqual([
      'ready',
      'refused',
      'doubtful',
      'refused',
      'refused',
    ]);
  });
});

describe('names and days', () => {
  it('propose something that can be typed, whatever the name is', () => {
    const propose = (name: string) =>
      proposeUsername({ name, code: null, suffix: null }, new Set(['ani', 'ani2']));
    expect(['Ani', '١٢٣', 'Siti Nur’aini', 'Éva Ñu', 'dr. Ani'].map(propose)).toEqual([
      ...['ani3', 'pengguna', 'siti.nuraini', 'eva.nu', 'ani3'],
    ]);
  });

  it('tell an identity number, and a day that there is not', () => {
    expect(holdsIdentityNumber('3303-0112-3456-7890')).toBe(true);
    expect(holdsIdentityNumber('19800101 200501 1 001')).toBe(false);
    expect(readDay('2026-02-29', 'to')).toMatchObject({ problem: { field: 'to' } });
    expect(readDay('', 'to')).toEqual({ day: null });
  });
});

describe('a form on an old page', () => {
  const event = (by: string, path: string, before: string, after: string) => ({
    body: JSON.stringify({ actor: { name: by }, at: '2026-01-01', changes: [{ path, before, after }] }),
  });
  const newer = newerPaths([event('Sari', 'name', 'A', 'B'), event('Tono', 'name', 'B', 'C')]);
  const stored = { name: 'C', position: 'x' };

  it('keeps what others wrote where it was left alone', () => {
    expect(mergeForm(stored, { name: 'A', position: 'y' }, newer)).toEqual({ values: { position: 'y' } });
  });
  it('clashes where both wrote, and agrees where both wrote the same', () => {
    expect(mergeForm(stored, { name: 'D' }, newer)).toEqual({
      clash: { path: 'name', by: 'Tono', at: '2026-01-01', now: 'C' },
    });
    expect(mergeForm(stored, { name: 'C' }, newer)).toEqual({ values: {} });
  });
});

it('a square is drawn from one path with a border around it', () => {
  const { size, path } = qrOf('http://uji.test/masuk?daerah=33-03&nama=kes');
  expect(size).toBeGreaterThan(25);
  expect(path.startsWith('M2 2h1v1h-1z')).toBe(true);
});
