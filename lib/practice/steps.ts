import type { Side } from '@/lib/access/practice';
import { itemPath } from '@/lib/plan/kinds/all';
import { awaitsReview, isApproved, isSentBack, type Status, sendsBack } from '@/lib/plan/workflow';
import type { Suggestion } from './suggestions';

/** What the way through practice is worked out from: the indicator as it stands, and what the log says of it. */
export type Practised = {
  id: string;
  status: Status;
  /** Fields that still stop *Ajukan*, in their order; empty when nothing does. */
  obstacles: readonly { field: string; level: string }[];
  /** What was done with it, oldest first. */
  deeds: readonly { action: string; at: string }[];
};

/** Where somebody stands in their practice, and the one thing to do next. */
export type Guide = {
  steps: { label: string; isDone: boolean }[];
  /** The step of now, from 0; null when all are done. */
  at: number | null;
  title: string;
  text: string;
  link: { href: string; label: string } | null;
  /** In which part the next thing is done. */
  side: Side;
  /** How long it took, in minutes; null until all is done. */
  minutes: number | null;
};

type Key = 'name' | 'measure' | 'baseline' | 'years' | 'submit' | 'return' | 'correct' | 'approve';

const labels: Record<Key, string> = {
  name: 'Beri nama',
  measure: 'Pilih satuan dan arah',
  baseline: 'Isi kondisi awal',
  years: 'Isi target tahunan',
  submit: 'Ajukan',
  return: 'Kembalikan dengan catatan',
  correct: 'Perbaiki, lalu ajukan lagi',
  approve: 'Setujui',
};
const order = Object.keys(labels) as Key[];

/** Where an indicator stands on its way from draft to approval. Nothing of it is stored: it follows from the plan. */
export function guideOf(practised: Practised, suggestion: Suggestion): Guide {
  const key = stepOf(practised);
  const at = key === null ? null : order.indexOf(key);
  return {
    steps: order.map((name, index) => ({ label: labels[name], isDone: at === null || index < at })),
    at,
    ...(key === null ? finished : { ...sayings[key](practised, suggestion), title: labels[key] }),
    side: key === 'return' || key === 'approve' ? 'reviewer' : 'drafter',
    minutes: key === null ? minutesOf(practised.deeds) : null,
  };
}

/** What is said when there is no indicator to go on with: it was put away, by oneself or for everybody. */
export function guideAnew(by: string | null): Guide {
  const text = by
    ? `${by} memulai latihan dari awal. Isian lama ada di arsip.`
    : 'Isian latihan Anda belum ada.';
  return {
    ...{ steps: order.map(name => ({ label: labels[name], isDone: false })), at: 0 },
    ...{
      title: 'Mulai isian baru',
      text: `${text} Tekan Mulai lagi.`,
      link: null,
      side: 'drafter',
      minutes: null,
    },
  };
}

function stepOf({ status, obstacles, deeds }: Practised): Key | null {
  if (isApproved(status)) return null;
  const back = deeds.findLastIndex(({ action }) => sendsBack(action));
  if (awaitsReview(status)) return back < 0 ? 'return' : 'approve';
  if (isSentBack(status)) return 'correct';
  const first = obstacles.find(({ level }) => level === 'block')?.field;
  if (first === undefined) return 'submit';
  if (first === 'title') return 'name';
  if (first.startsWith('milestones.')) return 'years';
  return first.startsWith('baseline') ? 'baseline' : 'measure';
}

type Saying = (practised: Practised, suggestion: Suggestion) => Pick<Guide, 'text' | 'link'>;

const fieldLink = ({ id }: Practised, field: string, label: string) => ({
  href: `${itemPath({ kind: 'indicator', id })}#isian-${field.replaceAll('.', '-')}`,
  label,
});
const buttonLink = (practised: Practised, label: string) => ({
  href: `${itemPath({ kind: 'indicator', id: practised.id })}#langkah-submit`,
  label,
});
const reviewLink = ({ id }: Practised, place: string, label: string) => ({
  href: `/tinjau/${id}#${place}`,
  label,
});

/** The first field that something is the matter with, else one that nothing is. */
const openField = ({ obstacles }: Practised, otherwise: string) => obstacles[0]?.field ?? otherwise;

const sayings: Record<Key, Saying> = {
  name: (practised, { title }) => ({
    text: `Indikator adalah ukuran hasil. Tulis namanya, misalnya “${title}”.`,
    link: fieldLink(practised, 'title', 'Ke nama indikator'),
  }),
  measure: (practised, { unit }) => ({
    text: `Tulis satuan “${unit}”, lalu pilih arah Naik baik.`,
    link: fieldLink(practised, openField(practised, 'unit'), 'Ke satuan dan arah'),
  }),
  baseline: practised => ({
    text: 'Kondisi awal adalah angka terakhir yang diketahui. Untuk latihan, tulis 40.',
    link: fieldLink(practised, openField(practised, 'baseline'), 'Ke kondisi awal'),
  }),
  years: practised => ({
    text: 'Isi target setiap tahun, naik sedikit demi sedikit, misalnya 45, 50, lalu 55.',
    link: fieldLink(practised, openField(practised, 'milestones'), 'Ke target tahunan'),
  }),
  submit: practised => {
    const [warning] = practised.obstacles;
    return warning
      ? {
          text: 'Ada peringatan. Perbaiki isiannya, atau tulis alasan singkat di bawahnya.',
          link: fieldLink(practised, warning.field, 'Ke peringatan'),
        }
      : {
          text: 'Semua sudah terisi dan tersimpan. Tekan Ajukan indikator, lalu sekali lagi untuk memastikan.',
          link: buttonLink(practised, 'Ke tombol Ajukan'),
        };
  },
  return: practised => ({
    text: 'Sebagai koordinator, baca isiannya. Tulis apa yang perlu diubah, lalu tekan Kembalikan indikator.',
    link: reviewLink(practised, 'catatan', 'Ke catatan'),
  }),
  correct: practised => {
    const sinceBack = practised.deeds.slice(
      practised.deeds.findLastIndex(({ action }) => sendsBack(action)) + 1,
    );
    const isCorrected = sinceBack.some(({ action }) => action === 'change');
    const [obstacle] = practised.obstacles;
    if (isCorrected && !obstacle)
      return {
        text: 'Perbaikan sudah tersimpan. Tekan Ajukan indikator sekali lagi.',
        link: buttonLink(practised, 'Ke tombol Ajukan'),
      };
    return {
      text: 'Catatan koordinator ada di atas isian. Ubah satu isian, misalnya sumber data.',
      link: fieldLink(practised, obstacle?.field ?? 'source', 'Ke isian itu'),
    };
  },
  approve: practised => ({
    text: 'Sebagai koordinator, periksa perubahannya, lalu tekan Setujui indikator.',
    link: reviewLink(practised, 'langkah-approve', 'Ke tombol Setujui'),
  }),
};

const finished = {
  title: 'Latihan selesai',
  text: 'Anda mengisi, mengajukan, mengembalikan, memperbaiki, dan menyetujui satu indikator.',
  link: null,
};

/** A longer pause was no practice. */
const longestPauseMs = 5 * 60_000;

/** Minutes from the first deed to the approval, pauses left out. */
export function minutesOf(deeds: Practised['deeds']): number {
  const times = deeds.map(({ at }) => Date.parse(at));
  const spent = times.slice(1).reduce((sum, at, index) => {
    return sum + Math.min(at - (times[index] ?? at), longestPauseMs);
  }, 0);
  return Math.max(1, Math.ceil(spent / 60_000));
}
