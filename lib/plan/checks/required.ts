import { kinds } from '../kinds/all';
import { textOf } from '../kinds/kind';
import type { Check, Finding } from './check';

const required = [
  { field: 'unit', message: 'Isi satuan, misalnya % atau orang.' },
  { field: 'direction', message: 'Pilih arah yang baik: naik, turun, atau dalam rentang.' },
  { field: 'valueType', message: 'Pilih bentuk nilai: angka, rentang, atau predikat.' },
];

const wished = [
  {
    field: 'definition',
    message: 'Definisi operasional belum diisi. Tulis apa yang dihitung, dari siapa, kapan.',
  },
  { field: 'formula', message: 'Rumus belum diisi. Tulis cara menghitungnya.' },
  { field: 'frequency', message: 'Frekuensi data belum dipilih.' },
  { field: 'source', message: 'Sumber data belum diisi. Sebutkan agar angkanya dapat diperiksa.' },
];

const noReference = 'Kaitan RPJMD belum diisi. Sebutkan tujuan atau sasaran RPJMD yang didukung.';
const noTag = 'Belum ada kaitan dengan IPM, IKU, SDGs, atau SPBE. Isi yang cocok.';
const tags = ['ipm', 'iku', 'sdg', 'spbe'];

const unlinked =
  'Belum ditautkan ke RPJMD. Pilih tujuan atau sasaran RPJMD yang didukung, atau tulis alasannya.';

/** What must be there before an item is handed in, and what would help its readers. */
export const checkRequired: Check = (item, plan) => {
  const isMissing = (field: string) => textOf(item.fields, field).trim() === '';
  const findings: Finding[] = [];
  if (isMissing('title')) {
    const message = `Isi nama ${kinds[item.kind].label.toLowerCase()}.`;
    findings.push({ key: 'missing.title', level: 'block', field: 'title', message });
  }
  const hint = (field: string, message: string) =>
    findings.push({ key: `missing.${field}`, level: 'hint', field, message });
  const { references } = item.fields;
  const isLinked = Array.isArray(references) && references.length > 0;
  // An indicator serves what its target is linked to.
  if (plan.hasReference && item.kind !== 'indicator') {
    if (!isLinked) {
      findings.push({ key: 'unlinked', level: 'warn', field: 'references', message: unlinked });
    }
  } else if (!plan.hasReference && isMissing('rpjmd')) hint('rpjmd', noReference);
  if (item.kind !== 'indicator') return findings;
  if (tags.every(isMissing)) hint('ipm', noTag);
  for (const { field, message } of required) {
    if (isMissing(field)) findings.push({ key: `missing.${field}`, level: 'block', field, message });
  }
  for (const { field, message } of wished) if (isMissing(field)) hint(field, message);
  return findings;
};
