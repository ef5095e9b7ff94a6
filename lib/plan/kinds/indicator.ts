import { titleField } from './goal';
import type { Field, Fields, Kind, Years } from './kind';

const identity = 'Nama dan definisi';
const measure = 'Satuan, arah, jenis';
const series = 'Kondisi awal dan target tahunan';
const origin = 'Sumber dan penanggung jawab';

const units = [
  ...['%', 'Indeks', 'Nilai', 'Predikat', 'orang', 'KK', 'unit', 'desa', 'kecamatan', 'OPD', 'dokumen'],
  ...[
    'aplikasi',
    'layanan',
    'event',
    'UMKM',
    'km',
    'ha',
    'm2',
    'ton',
    'ton/hari',
    'ton CO2e',
    'kWh',
    'tahun',
  ],
  ...['hari', 'jam', 'menit', 'Rp', 'Rp juta', 'Rp miliar', 'Rp triliun', 'per 1.000', 'per 100.000'],
];

const isShare = (fields: Fields) => fields.unit === '%';

/** Attributes of an indicator: DOMAIN 3.2, the union of what live planning systems hold. */
const attributes: readonly Field[] = [
  {
    ...titleField,
    label: 'Nama indikator',
    group: identity,
    hint: 'Ukuran hasil, bukan kegiatan, tanpa angka target di dalamnya.',
    example: 'Prevalensi stunting',
  },
  { path: 'code', label: 'Kode', group: identity, input: 'text', max: 20 },
  {
    path: 'definition',
    label: 'Definisi operasional',
    group: identity,
    input: 'paragraph',
    max: 2000,
    hint: 'Apa yang dihitung, dari siapa, kapan.',
    example: 'Balita stunting dibagi balita ditimbang, dikali 100.',
  },
  {
    path: 'formula',
    label: 'Rumus',
    group: identity,
    input: 'paragraph',
    max: 1000,
    example: 'Pembilang dibagi penyebut, dikali 100.',
  },
  { path: 'unit', label: 'Satuan', group: measure, input: 'text', max: 60, suggestions: units, example: '%' },
  {
    path: 'direction',
    label: 'Arah yang baik',
    group: measure,
    input: 'choice',
    options: [
      { value: 'up', label: 'Naik baik' },
      { value: 'down', label: 'Turun baik' },
      { value: 'range', label: 'Dalam rentang' },
    ],
  },
  {
    path: 'accumulation',
    label: 'Jenis',
    group: measure,
    input: 'choice',
    hint: 'Tahunan: angka tiap tahun berdiri sendiri. Kumulatif: angka dihitung terus sejak awal.',
    options: [
      { value: 'yearly', label: 'Tahunan' },
      { value: 'cumulative', label: 'Kumulatif' },
    ],
  },
  {
    path: 'valueType',
    label: 'Bentuk nilai',
    group: measure,
    input: 'choice',
    options: [
      { value: 'number', label: 'Angka' },
      { value: 'range', label: 'Angka atau rentang' },
      { value: 'category', label: 'Predikat' },
    ],
  },
  {
    path: 'scale',
    label: 'Urutan predikat',
    group: measure,
    input: 'text',
    max: 250,
    hint: 'Dari terendah ke tertinggi, dipisah titik koma.',
    isAsked: fields => fields.valueType === 'category',
    example: 'D; C; CC; B; BB; A; AA',
  },
  {
    path: 'precision',
    label: 'Angka di belakang koma',
    group: measure,
    input: 'integer',
    max: 6,
    example: '2',
  },
  {
    path: 'numerator',
    label: 'Pembilang',
    group: measure,
    input: 'text',
    max: 250,
    hint: 'Yang dihitung.',
    isAsked: isShare,
    example: 'Balita stunting',
  },
  {
    path: 'denominator',
    label: 'Penyebut',
    group: measure,
    input: 'text',
    max: 250,
    hint: 'Pembaginya.',
    isAsked: isShare,
    example: 'Balita ditimbang',
  },
];

const provenance: readonly Field[] = [
  {
    path: 'source',
    label: 'Sumber data',
    group: origin,
    input: 'text',
    max: 250,
    example: 'e-PPGBM, bulanan',
  },
  {
    path: 'frequency',
    label: 'Frekuensi data',
    group: origin,
    input: 'choice',
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
    group: origin,
    input: 'text',
    max: 120,
    hint: 'Bila sumbernya menerbitkan lebih dari satu seri.',
    example: 'BPS, UHH Long Form SP2020',
  },
  { path: 'supporters', label: 'OPD pendukung', group: origin, input: 'departments' },
];

function seriesFields({ baselineYear, years }: Years): Field[] {
  return [
    {
      path: 'baselineYear',
      label: 'Tahun kondisi awal',
      group: series,
      input: 'integer',
      min: 1900,
      max: 2100,
      example: String(baselineYear),
    },
    { path: 'baseline', label: 'Kondisi awal', group: series, input: 'cell' },
    ...years.map(
      (year): Field => ({
        path: `milestones.${year}`,
        label: `Target ${year}`,
        group: series,
        input: 'cell',
        year,
      }),
    ),
  ];
}

export const indicator: Kind = {
  name: 'indicator',
  slug: 'indikator',
  label: 'Indikator',
  parents: ['target', null],
  example: 'Persentase puskesmas terakreditasi paripurna',
  addLabel: 'Tambah indikator',
  fields: years => [...attributes, ...seriesFields(years), ...provenance],
};
