import { textOf } from '../kinds/kind';
import type { Check, Finding } from './check';

// DOMAIN 3.1: a goal, target or indicator names a condition, not an activity.
const activity =
  /\b(?:jumlah (?:kegiatan|rapat|pelatihan|sosialisasi|dokumen|laporan)|terlaksananya|terselenggaranya|tersusunnya|rapat|sosialisasi|dokumen|bimtek|lokakarya|workshop)\b/i;
const condition = '(?:meningkat|menurun|terwujud|terjaga|terkelola|membaik|berkurang|tumbuh|menguat)nya';
const measure = '(?:jumlah|persentase|indeks|tingkat|rasio|prevalensi|angka|nilai|cakupan|laju)';
const twoMeasures = new RegExp(`\\b(?:dan|serta)\\s+(?:${condition}|${measure})\\b`, 'i');
const groups =
  /^(?:seluruh |semua |para )?(?:masyarakat|warga|penduduk|pasien|siswa|pelajar|guru|petani|nelayan|pelaku (?:usaha|umkm)|umkm|pemuda|perempuan|lansia|balita|ibu hamil|wisatawan|aparatur|asn|kelompok \w+)(?:\s+\w+){0,2}$/i;
const falls = /^\s*(?:menurunnya|berkurangnya)\b\s*(.*)$/i;
const rises = /^\s*(?:meningkatnya|naiknya|bertambahnya)\b\s*(.*)$/i;

/** Wording rules of goals, targets and indicators (DOMAIN 3.1, 3.3 and 9). */
export const checkWording: Check = item => {
  const title = textOf(item.fields, 'title');
  const findings: Finding[] = [];
  const warn = (key: string, message: string) =>
    findings.push({ key, level: 'warn', field: 'title', message });
  const word = activity.exec(title)?.[0];
  if (word) {
    warn(
      'activity',
      `“${word}” menyebut kegiatan, bukan hasil. Ubah menjadi hasil yang dirasakan, misalnya “Persentase OPD yang memakai data prioritas”, atau tulis alasannya.`,
    );
  }
  if (twoMeasures.test(title)) {
    warn('two-measures', 'Kalimat ini memuat dua ukuran. Pisahkan menjadi dua isian, atau tulis alasannya.');
  }
  if (item.kind !== 'indicator' && /\d/.test(title)) {
    warn(
      'number-inside',
      'Kalimat ini memuat angka. Pindahkan angkanya ke target indikator, atau tulis alasannya.',
    );
  }
  if (item.kind === 'target' && groups.test(title.trim())) {
    warn(
      'people',
      `“${title.trim()}” adalah kelompok orang. Tulis keadaan yang dicapai dan isi kelompok ini sebagai penerima manfaat, atau tulis alasannya.`,
    );
  }
  return findings;
};

/** *Menurunnya …* over an indicator of the same measure that is better rising, or the reverse. */
export const checkAgainstParent: Check = item => {
  if (item.kind !== 'indicator' || !item.parentTitle) return [];
  const direction = textOf(item.fields, 'direction');
  const parentFalls = falls.exec(item.parentTitle)?.[1];
  const parentRises = rises.exec(item.parentTitle)?.[1];
  const subject = direction === 'up' ? parentFalls : direction === 'down' ? parentRises : undefined;
  const title = textOf(item.fields, 'title');
  // "Penurunan emisi" measures the fall itself, so rising is right under "Menurunnya emisi".
  if (!subject || /^(?:penurunan|pengurangan)\b/i.test(title) || !sharesMeasure(subject, title)) return [];
  const says = direction === 'up' ? 'naik baik' : 'turun baik';
  return [
    {
      key: 'against-parent',
      level: 'warn',
      field: 'direction',
      message: `Sasarannya berbunyi “${item.parentTitle}”, tetapi indikator ini ${says}. Ubah arah, ubah kalimat sasaran, atau tulis alasannya.`,
    },
  ];
};

/** Whether an indicator measures what the target's sentence is about: its first word that is no form of measuring. */
function sharesMeasure(subject: string, title: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const root = (word: string) =>
    word.replace(/^(?:pen|peng|pe|ke|me)(?=\w{4})/, '').replace(/(?<=\w{4})(?:an|nya)$/, '');
  const isForm = new RegExp(`^${measure}$`);
  const about = words(subject).find(word => !isForm.test(word));
  return about !== undefined && words(title).map(root).includes(root(about));
}
