import { identityFields, originFields, originGroup, seriesGroup } from './indicator-fields';
import type { Field, Fields, Kind, Years } from './kind';

const measure = 'Satuan, arah, jenis';

const units = [
  ...['%', 'Indeks', 'Nilai', 'Predikat', 'orang', 'KK', 'unit', 'desa', 'kecamatan', 'OPD', 'dokumen'],
  ...['aplikasi', 'layanan', 'event', 'UMKM', 'km', 'ha', 'm2', 'ton', 'ton/hari', 'ton CO2e', 'kWh'],
  ...['tahun', 'hari', 'jam', 'menit', 'Rp', 'Rp juta', 'Rp miliar', 'Rp triliun'],
  ...['per 1.000', 'per 100.000'],
];

const isShare = (fields: Fields) => fields.unit === '%';
const isReplacing = ({ replacesId }: Fields) => replacesId != null;

/** How an indicator is measured: DOMAIN 3.2, the union of what live planning systems hold. */
const measureFields: readonly Field[] = [
  {
    path: 'unit',
    label: 'Satuan',
    group: measure,
    input: 'text',
    max: 60,
    suggestions: units,
    hint: 'Pilih dari daftar atau tulis sendiri.',
    help: 'Angkanya dihitung dalam apa. Persen ditulis %, jumlah orang ditulis orang.',
    example: '%',
  },
  {
    path: 'direction',
    label: 'Arah yang baik',
    group: measure,
    input: 'choice',
    help: 'Naik baik bila angka besar berarti membaik, seperti cakupan. Turun baik bila angka kecil berarti membaik, seperti kemiskinan. Dalam rentang bila angkanya harus terjaga di antara dua batas.',
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
    help: 'Tahunan: angka tiap tahun berdiri sendiri, seperti persentase. Kumulatif: angka dihitung terus sejak awal, seperti jumlah desa yang sudah terlayani.',
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
    help: 'Angka: satu bilangan tiap tahun. Angka atau rentang: boleh dua batas, seperti 9,70–10,30. Predikat: huruf atau tingkat, seperti BB atau WTP.',
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
    help: 'Semua predikat yang mungkin. Dengan urutan ini predikat di luar daftar langsung ketahuan.',
    isAsked: fields => fields.valueType === 'category',
    example: 'D; C; CC; B; BB; A; AA',
  },
  {
    path: 'precision',
    label: 'Angka di belakang koma',
    group: measure,
    input: 'integer',
    max: 6,
    help: 'Berapa angka di belakang koma yang ditampilkan. Angka yang Anda tulis tidak pernah dipotong.',
    example: '2',
  },
  {
    path: 'numerator',
    label: 'Pembilang',
    group: measure,
    input: 'text',
    max: 250,
    hint: 'Yang dihitung.',
    help: 'Bagian atas dari pembagian. Bila pembilang dan penyebut diisi, persentase harus antara 0 dan 100.',
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
    help: 'Bagian bawah dari pembagian: seluruh yang mungkin.',
    isAsked: isShare,
    example: 'Balita ditimbang',
  },
];

function seriesFields({ baselineYear, years }: Years): Field[] {
  return [
    {
      path: 'baselineYear',
      label: 'Tahun kondisi awal',
      group: seriesGroup,
      input: 'integer',
      min: 1900,
      max: 2100,
      help: 'Tahun dari angka terakhir yang sudah diketahui, sebelum target pertama.',
      example: String(baselineYear),
    },
    { path: 'baseline', label: 'Kondisi awal', group: seriesGroup, input: 'cell' },
    ...years.map(
      (year): Field => ({
        path: `milestones.${year}`,
        label: `Target ${year}`,
        group: seriesGroup,
        input: 'cell',
        year,
      }),
    ),
  ];
}

/** An indicator that takes the place of another in mid-plan; both keep the years that are theirs. */
const breakFields = ({ years }: Years): Field[] => [
  {
    path: 'replacesId',
    label: 'Menggantikan indikator',
    group: originGroup,
    input: 'indicator',
    // The form offers it to whoever has something to replace.
    isAsked: isReplacing,
    help: 'Isi bila indikator ini menggantikan indikator lama OPD Anda di tengah rencana.',
  },
  {
    path: 'breakYear',
    label: 'Mulai berlaku tahun',
    group: originGroup,
    input: 'integer',
    min: years[0],
    max: years.at(-1),
    isAsked: isReplacing,
    help: 'Target tahun sebelumnya diisi di indikator lama.',
  },
];

export const indicator: Kind = {
  name: 'indicator',
  slug: 'indikator',
  label: 'Indikator',
  parents: ['target', null],
  example: 'Persentase puskesmas terakreditasi paripurna',
  addLabel: 'Tambah indikator',
  isLong: true,
  startsWith: ({ baselineYear }) => ({ valueType: 'number', baselineYear }),
  fields: years => [
    ...identityFields,
    ...measureFields,
    ...seriesFields(years),
    ...originFields,
    ...breakFields(years),
  ],
};
