import type { FieldSpec } from '@/components/people/deed-fields';
import type { Decider } from '@/lib/council/read/deciders';
import type { SittingFields } from '@/lib/council/sitting-form';

/** Fields of what is said of a sitting. */
export function sittingFields(sitting: Partial<SittingFields> = {}): FieldSpec[] {
  return [
    {
      ...{ name: 'title', label: 'Nama sidang', value: sitting.title },
      hint: 'Misalnya Sidang Dewan Smart City ke-2.',
    },
    { name: 'date', label: 'Tanggal', input: 'date', value: sitting.date },
    { name: 'place', label: 'Tempat', value: sitting.place, hint: 'Tertulis di berita acara.' },
    { name: 'leader', label: 'Pemimpin sidang', value: sitting.leader },
    {
      ...{ name: 'leaderOffice', label: 'Jabatan pemimpin', value: sitting.leaderOffice },
      hint: 'Seperti tertulis di surat, misalnya Plt. Sekretaris Daerah.',
    },
  ];
}

const kinds = [
  { value: 'endorse', label: 'Sahkan dimensi ini' },
  { value: 'revise', label: 'Minta perbaikan' },
  { value: 'resolve', label: 'Putusan lain' },
];

/** Fields of a decision; on what is no dimension it is a resolution. */
export function decisionFields(deciders: readonly Decider[], isDimension: boolean): FieldSpec[] {
  return [
    ...(isDimension
      ? [
          {
            ...{ name: 'kind', label: 'Keputusan', input: 'select' as const, choices: kinds },
            none: 'Pilih keputusan',
          },
        ]
      : []),
    {
      ...{ name: 'text', label: isDimension ? 'Catatan' : 'Isi putusan', input: 'long' },
      optional: false,
      hint: isDimension
        ? 'Wajib bila meminta perbaikan: apa yang perlu diubah. Boleh kosong bila mengesahkan.'
        : undefined,
    },
    deciderField(deciders),
  ];
}

/** Fields that revoke a decision. */
export function revocationFields(deciders: readonly Decider[]): FieldSpec[] {
  return [{ name: 'text', label: 'Alasan pencabutan', input: 'long' }, deciderField(deciders)];
}

function deciderField(deciders: readonly Decider[]): FieldSpec {
  return {
    ...{ name: 'postId', label: 'Yang memutuskan', input: 'select', none: 'Pilih nama dan jabatan' },
    value: deciders.length === 1 ? deciders[0]?.id : '',
    choices: deciders.map(({ id, name, office, decree }) => ({
      value: id,
      label: [name, office, decree].filter(Boolean).join(', '),
    })),
  };
}
