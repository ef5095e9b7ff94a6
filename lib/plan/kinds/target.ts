import { titleField, weightFields } from './goal';
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
      example: 'Meningkatnya derajat kesehatan masyarakat',
    },
    { path: 'subdimensionId', label: 'Subdimensi', group: 'Isi', input: 'subdimension' },
    {
      path: 'beneficiaries',
      label: 'Penerima manfaat',
      group: 'Isi',
      input: 'text',
      max: 250,
      hint: 'Kelompok orang yang merasakan hasilnya.',
      example: 'Balita dan ibu hamil',
    },
    ...weightFields,
  ],
};
