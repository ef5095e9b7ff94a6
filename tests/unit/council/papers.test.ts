import { expect, test } from 'vitest';
import { byRank, headOffice, inTenure, officeOf } from '@/lib/council/capacity';
import { dayInWords, numberInWords } from '@/lib/council/in-words';
import { attendanceWords, type Minutes, minutesDocument } from '@/lib/council/minutes';
import { signOffDocument } from '@/lib/council/sign-off';
import { isDistrict } from '@/lib/plan/department-label';

test('an office says whether it is held definitively, acting, or for a day', () => {
  expect(officeOf({ role: 'regent', tenure: 'plt' }, 'Bupati')).toBe('Plt. Bupati');
  expect(officeOf({ role: 'council', tenure: 'plh' }, 'Bupati')).toBe('Plh. Anggota Dewan Smart City');
  expect(officeOf({ role: 'head', tenure: 'plt' }, 'Bupati')).toBe('');
  expect(inTenure('Plt. Kepala Dinas', 'plt')).toBe('Plt. Kepala Dinas');
});

test('of several offices the highest comes first, the definitive before the acting', () => {
  const post = (role: string, tenure: 'definitive' | 'plt' | 'plh') => ({ role, tenure });
  const posts = [
    post('head', 'definitive'),
    post('council', 'plh'),
    post('council', 'definitive'),
    post('regent', 'plt'),
  ];
  expect(byRank(posts, ['regent', 'council']).map(({ role, tenure }) => `${role} ${tenure}`)).toEqual([
    ...['regent plt', 'council definitive', 'council plh', 'head definitive'],
  ]);
});

test('who leads a department signs in their office', () => {
  const at = (name: string, kind: string, position: string | null, tenure: 'definitive' | 'plt') =>
    headOffice({ name, kind }, { position, tenure }, isDistrict);
  expect(at('Dinas Kesehatan', 'DEPARTMENT', null, 'plt')).toBe('Plt. Kepala Dinas Kesehatan');
  expect(at('Kecamatan Bukateja', 'DISTRICT', null, 'definitive')).toBe('Camat Bukateja');
  expect(at('Sekretariat Daerah', 'SECRETARIAT', 'Sekretaris Daerah', 'plt')).toBe('Plt. Sekretaris Daerah');
});

test.each([
  [0, 'nol'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [26, 'dua puluh enam'],
  [100, 'seratus'],
  [111, 'seratus sebelas'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1000, 'seribu'],
  [1945, 'seribu sembilan ratus empat puluh lima'],
  [2000, 'dua ribu'],
  [2026, 'dua ribu dua puluh enam'],
])('%i in words', (number, words) => {
  expect(numberInWords(number)).toBe(words);
});

test('a day in the words of a document', () => {
  expect(dayInWords('2026-11-26')).toEqual({
    ...{ weekday: 'Kamis', date: 'dua puluh enam', month: 'November', year: 'dua ribu dua puluh enam' },
    figures: '26-11-2026',
  });
});

const minutes: Minutes = {
  ...{ region: 'Kabupaten Uji', number: 'BA-01/2026', title: 'Sidang Dewan ke-1', date: '2026-11-26' },
  ...{ place: 'Pendopo Dipokusumo', leader: 'Siti Aminah', leaderOffice: 'Plt. Sekretaris Daerah' },
  ...{ isOpen: false, agenda: ['Pengesahan dimensi X', 'Anggaran'], version: 'revisi 12', footer: 'Kaki.' },
  attendance: [
    { name: 'Dewan', office: 'Anggota Dewan Smart City', institution: '', userId: 'u' },
    { name: 'Bu Tamu', office: 'Dosen', institution: 'Universitas', userId: null },
  ],
  decisions: [
    {
      ...{ number: '01/2026', kind: 'revise', matterTitle: 'Pengesahan dimensi X', text: 'Lengkapi sumber.' },
      ...{
        by: 'Siti Aminah',
        office: 'Plt. Bupati',
        decree: 'Keputusan Bupati Nomor 821/5/2026',
        revokes: null,
      },
    },
  ],
};

const textOf = (document: object) => JSON.stringify(document);

test('minutes say when, where, what, who and what was decided', () => {
  const text = textOf(minutesDocument(minutes));
  for (const part of [
    'Nomor BA-01/2026',
    'Pada hari ini, Kamis, tanggal dua puluh enam bulan November tahun dua ribu dua puluh enam (26-11-2026)',
    'bertempat di Pendopo Dipokusumo',
    'Sidang dihadiri 2 orang, 1 di antaranya tamu.',
    'Keputusan 01/2026. Pengesahan dimensi X: diminta perbaikan. Lengkapi sumber. Diputuskan Siti Aminah, Plt. Bupati berdasarkan Keputusan Bupati Nomor 821/5/2026.',
    'Plt. Sekretaris Daerah',
  ])
    expect(text).toContain(part);
  expect(minutesDocument(minutes).isDraft).toBe(false);
  expect(minutesDocument({ ...minutes, isOpen: true }).isDraft).toBe(true);
});

test('minutes of a sitting without anything are still a document', () => {
  const empty = { ...minutes, agenda: [], attendance: [], decisions: [] };
  const text = textOf(minutesDocument(empty));
  expect(text).toContain('Sidang ini tidak mengambil keputusan.');
  expect(text).toContain('Daftar hadir belum diisi.');
  expect(text).not.toContain('DAFTAR HADIR');
  expect(attendanceWords([{ userId: 'a' }])).toBe('Sidang dihadiri 1 orang.');
});

test('a sheet to sign is a draft until all on it is approved, and says what it leaves out', () => {
  const sheet = {
    ...{ department: { code: 'DINAS', name: 'Dinas A' }, hidden: 0, isAgreed: true },
    head: { name: 'Budi', office: 'Plt. Kepala Dinas A' },
    indicators: [
      {
        ...{ dimension: 'X', code: 'X-1', title: 'Cakupan', unit: '%', baseline: '50', baselineYear: '2024' },
        ...{ values: ['55', '60'], status: 'Disetujui' },
      },
    ],
  };
  const around = {
    region: 'Kabupaten Uji',
    plan: 'Rencana',
    years: [2025, 2026],
    version: 'revisi 3',
    footer: '',
  };
  const one = signOffDocument([sheet], around);
  expect(one).toMatchObject({ isDraft: false, name: 'lembar-persetujuan-dinas' });
  const two = signOffDocument(
    [sheet, { ...sheet, hidden: 2, isAgreed: false, head: { name: '', office: 'Camat Uji' } }],
    around,
  );
  expect(two).toMatchObject({ isDraft: true, name: 'lembar-persetujuan' });
  expect(textOf(two)).toContain('Camat Uji,');
  expect(textOf(two)).toContain('2 indikator masih disusun dan belum dimuat di sini.');
  expect(textOf(two)).not.toContain('bertanda *');
  const example = {
    ...sheet,
    indicators: [{ ...sheet.indicators[0], values: ['55*', '60'] }],
  } as typeof sheet;
  expect(textOf(signOffDocument([example], around))).toContain('Angka bertanda * adalah contoh');
  expect(two.blocks.filter(({ kind }) => kind === 'page')).toHaveLength(1);
});
