import type { FieldSpec } from '@/components/people/deed-fields';
import { regulationKinds } from '@/lib/rpjmd/regulations';

/** Fields of a regional plan: its name, regulation and period. */
export function treeFields(before: { name: string } | null, today: string): FieldSpec[] {
  return [
    { name: 'name', label: 'Nama', value: 'RPJMD', hint: 'Seperti disebut orang, misalnya RPJMD kabupaten.' },
    {
      ...{ name: 'kind', label: 'Jenis peraturan', input: 'select', value: 'REGIONAL' },
      choices: Object.entries(regulationKinds).map(([value, label]) => ({ value, label })),
    },
    { name: 'number', label: 'Nomor peraturan', hint: 'Dengan tahunnya, seperti tertulis di peraturan.' },
    { name: 'date', label: 'Tanggal peraturan', input: 'date', optional: true },
    { name: 'subject', label: 'Perihal', optional: true },
    { name: 'firstYear', label: 'Tahun pertama', hint: 'Awal periode, empat angka.' },
    { name: 'lastYear', label: 'Tahun terakhir', hint: 'Akhir periode, empat angka.' },
    ...(before
      ? [
          {
            ...{ name: 'repealFrom', label: `${before.name} yang lama dicabut mulai` },
            ...{ input: 'date' as const, value: today },
            hint: 'Tautan ke RPJMD lama tidak hilang. Padanannya dipilih sesudah ini.',
          },
        ]
      : []),
  ];
}
