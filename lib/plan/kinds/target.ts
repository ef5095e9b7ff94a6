import { referencesField, rpjmdInstead, titleField, weightFields } from './goal';
import type { Kind } from './kind';

export const target: Kind = {
  name: 'target',
  slug: 'sasaran',
  label: 'Sasaran',
  parents: ['goal'],
  example: 'Meningkatnya derajat kesehatan masyarakat',
  addLabel: 'Tambah sasaran',
  fields: () => [
    {
      ...titleField,
      label: 'Nama sasaran',
      hint: 'Keadaan yang menandai tujuan tercapai, tanpa angka di dalamnya.',
      help: 'Sasaran menjawab: apa tandanya tujuan tercapai? Satu keadaan dalam satu kalimat; angkanya ada di indikator.',
      example: 'Meningkatnya derajat kesehatan masyarakat',
    },
    {
      ...{ path: 'subdimensionId', label: 'Subdimensi', group: 'Isi', input: 'subdimension' },
      help: 'Bagian dari dimensi yang paling cocok dengan sasaran ini. Satu saja.',
    },
    {
      path: 'beneficiaries',
      label: 'Penerima manfaat',
      group: 'Isi',
      input: 'text',
      max: 250,
      hint: 'Kelompok orang yang merasakan hasilnya.',
      help: 'Siapa yang hidupnya menjadi lebih baik bila sasaran tercapai. Kelompok ini bukan sasaran itu sendiri.',
      example: 'Balita dan ibu hamil',
    },
    ...weightFields,
    referencesField,
    rpjmdInstead,
  ],
};
