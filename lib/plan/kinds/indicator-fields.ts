import { indexTag } from '../ipm';
import { rpjmdField, titleField } from './goal';
import type { Field } from './kind';

const identity = 'Nama dan definisi';
export const originGroup = 'Sumber dan penanggung jawab';
export const seriesGroup = 'Kondisi awal dan target tahunan';

/** What an indicator is (DOMAIN 3.2). */
export const identityFields: readonly Field[] = [
  {
    ...titleField,
    label: 'Nama indikator',
    group: identity,
    hint: 'Ukuran hasil, bukan kegiatan, tanpa angka target di dalamnya.',
    help: 'Indikator adalah ukuran yang menunjukkan sasaran tercapai: persentase, indeks, angka, tingkat, atau peringkat.',
    example: 'Prevalensi stunting',
  },
  {
    path: 'code',
    label: 'Kode',
    group: identity,
    input: 'text',
    max: 20,
    help: 'Nomor pendek untuk menyebut indikator ini dalam rapat. Boleh kosong.',
    example: 'A-02',
  },
  {
    path: 'definition',
    label: 'Definisi operasional',
    group: identity,
    input: 'paragraph',
    max: 2000,
    hint: 'Apa yang dihitung, dari siapa, kapan.',
    help: 'Penjelasan yang membuat dua orang berbeda mendapat angka yang sama.',
    example: 'Balita stunting dibagi balita ditimbang, dikali 100.',
  },
  {
    path: 'formula',
    label: 'Rumus',
    group: identity,
    input: 'paragraph',
    max: 1000,
    help: 'Cara menghitung angkanya. Untuk indeks dari luar, sebutkan penerbitnya.',
    example: 'Pembilang dibagi penyebut, dikali 100.',
  },
];

/** Where its figures come from, who stands behind it, and what else it serves (DOMAIN 3.2, 8 R21). */
export const originFields: readonly Field[] = [
  {
    path: 'source',
    label: 'Sumber data',
    group: originGroup,
    input: 'text',
    max: 250,
    help: 'Siapa yang menerbitkan angkanya, supaya dapat diperiksa.',
    example: 'e-PPGBM, bulanan',
  },
  {
    path: 'frequency',
    label: 'Frekuensi data',
    group: originGroup,
    input: 'choice',
    help: 'Seberapa sering sumbernya menerbitkan angka baru.',
    options: [
      { value: 'monthly', label: 'Setiap bulan' },
      { value: 'quarterly', label: 'Setiap triwulan' },
      { value: 'yearly', label: 'Setiap tahun' },
      { value: 'other', label: 'Lainnya' },
    ],
  },
  {
    path: 'dataSeries',
    label: 'Seri data',
    group: originGroup,
    input: 'text',
    max: 120,
    hint: 'Bila sumbernya menerbitkan lebih dari satu seri.',
    help: 'Angka dari seri yang berbeda tidak dapat dibandingkan, misalnya IPM sebelum dan sesudah sensus.',
    example: 'BPS, UHH Long Form SP2020',
  },
  {
    ...{ path: 'supporters', label: 'OPD pendukung', group: originGroup, input: 'departments' },
    help: 'OPD lain yang ikut bekerja. Mereka dapat membaca draf ini; penanggung jawabnya tetap satu, OPD pengampu.',
  },
  { ...rpjmdField, group: originGroup },
  {
    path: 'ipm',
    label: 'Kaitan IPM',
    group: originGroup,
    input: 'choice',
    help: 'IPM disusun dari empat angka. Pilih bila indikator ini salah satunya, atau langsung menggerakkannya.',
    options: [
      { value: indexTag, label: 'IPM itu sendiri' },
      { value: 'uhh', label: 'UHH (umur harapan hidup)' },
      { value: 'hls', label: 'HLS (harapan lama sekolah)' },
      { value: 'rls', label: 'RLS (rata-rata lama sekolah)' },
      { value: 'spending', label: 'Pengeluaran per kapita' },
    ],
  },
  {
    path: 'iku',
    label: 'Indikator kinerja utama',
    group: originGroup,
    input: 'choice',
    help: 'IKU adalah sedikit indikator yang dipilih sebagai ukuran utama kinerja.',
    options: [
      { value: 'region', label: 'IKU daerah' },
      { value: 'department', label: 'IKU OPD' },
    ],
  },
  {
    path: 'sdg',
    label: 'Kode TPB/SDGs',
    group: originGroup,
    input: 'text',
    max: 60,
    hint: 'Nomor tujuan atau target, dipisah titik koma.',
    help: 'Tujuan Pembangunan Berkelanjutan bernomor 1 sampai 17. Target ditulis dengan titik, misalnya 3.2.',
    example: '3.2; 2.2',
  },
  {
    path: 'spbe',
    label: 'Kaitan SPBE/Pemdi',
    group: originGroup,
    input: 'text',
    max: 120,
    help: 'Bagian penilaian SPBE atau Pemerintah Digital yang didukung. Kosongkan bila tidak ada.',
    example: 'Pemdi, layanan digital terpadu',
  },
];
