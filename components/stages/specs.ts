import type { FieldSpec } from '@/components/people/deed-fields';

type Values = { name: string; day: string; hour: string };

/** The fields of a stage. */
export function stageFields(stage?: Values): FieldSpec[] {
  return [
    { name: 'name', label: 'Nama tahap', value: stage?.name, hint: 'Misalnya Bimtek I.' },
    {
      ...{ name: 'day', label: 'Tanggal tenggat', input: 'date', optional: true, value: stage?.day },
      hint: 'Bila kosong, tahap ini tanpa tenggat.',
    },
    {
      ...{ name: 'hour', label: 'Jam tenggat', optional: true, value: stage?.hour },
      hint: 'Misalnya 16.00. Bila kosong, pukul 16.00.',
    },
  ];
}
