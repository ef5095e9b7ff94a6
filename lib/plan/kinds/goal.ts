import type { Field, Kind } from './kind';

export const titleField: Field = {
  path: 'title',
  label: 'Nama',
  group: 'Isi',
  input: 'paragraph',
  max: 250,
};

/** The owner's mark of weight; the workshop sets priorities for 1, 5 and 10 years (DOMAIN 4.1). */
export const weightFields: readonly Field[] = [
  {
    path: 'priority',
    label: 'Prioritas',
    group: 'Isi',
    input: 'choice',
    help: 'Seberapa penting isian ini menurut OPD pengampunya. Utama didahulukan bila anggaran terbatas.',
    options: [
      { value: 'primary', label: 'Utama' },
      { value: 'supporting', label: 'Pendukung' },
    ],
  },
  {
    path: 'horizon',
    label: 'Jangka waktu',
    group: 'Isi',
    input: 'choice',
    help: 'Kapan hasilnya sudah harus terasa: jangka pendek 1 tahun, menengah 5 tahun, panjang 10 tahun.',
    options: [
      { value: '1', label: '1 tahun' },
      { value: '5', label: '5 tahun' },
      { value: '10', label: '10 tahun' },
    ],
  },
];

/** Goals and targets of the regional plan's tree that an item serves, once that is imported (DOMAIN 8, R19). */
export const referencesField: Field = {
  path: 'references',
  label: 'Tautan RPJMD',
  group: 'Isi',
  input: 'references',
  max: 20,
  hint: 'Tujuan atau sasaran RPJMD yang didukung isian ini.',
  help: 'RPJMD adalah rencana pembangunan daerah lima tahun. Tautan ini menunjukkan bagian mana yang ikut tercapai.',
  isAsked: (_, { hasReference }) => hasReference === true,
};

/** A free reference until the tree of the regional plan is imported (DOMAIN 8, R19). */
export const rpjmdField: Field = {
  path: 'rpjmd',
  label: 'Kaitan RPJMD',
  group: 'Isi',
  input: 'paragraph',
  max: 500,
  hint: 'Tujuan atau sasaran RPJMD yang didukung.',
  help: 'RPJMD adalah rencana pembangunan daerah lima tahun. Salin bunyi tujuan atau sasarannya, dengan nomornya bila ada.',
  example: 'Sasaran 2.1 Meningkatnya derajat kesehatan masyarakat',
};

/** The same where the tree takes its place: what was written stays, nobody is asked to write more. */
export const rpjmdInstead: Field = { ...rpjmdField, isAsked: (_, { hasReference }) => hasReference !== true };

export const goal: Kind = {
  name: 'goal',
  slug: 'tujuan',
  label: 'Tujuan',
  parents: [null],
  example: 'Meningkatnya kualitas hidup yang layak dan sehat',
  addLabel: 'Tambah tujuan',
  fields: () => [
    {
      ...titleField,
      label: 'Nama tujuan',
      hint: 'Keadaan yang ingin dicapai dalam lima tahun, satu kalimat.',
      help: 'Tujuan menjawab: keadaan apa yang ingin dicapai? Bukan kegiatan, bukan nama aplikasi. Biasanya diawali Meningkatnya atau Terwujudnya.',
      example: 'Meningkatnya kualitas hidup yang layak dan sehat',
    },
    ...weightFields,
    referencesField,
    rpjmdInstead,
  ],
};
