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
    options: [
      { value: '1', label: '1 tahun' },
      { value: '5', label: '5 tahun' },
      { value: '10', label: '10 tahun' },
    ],
  },
];

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
      example: 'Meningkatnya kualitas hidup yang layak dan sehat',
    },
    ...weightFields,
  ],
};
