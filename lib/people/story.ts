import { roleName, tenureLabels } from '@/lib/access/roles';
import { bodyOf, type StoredEvent } from '@/lib/plan/log/body';
import type { Scalar } from '@/lib/plan/paths';
import { kindLabels } from './kinds';
import { showDay } from './words';

/** One entry of the history of a person, a department or a dimension, in words. */
export type ToldDeed = {
  key: string;
  at: string;
  by: string;
  deed: string;
  changes: { label: string; before: string; after: string }[];
};

/** Names that the log refers to by their keys. */
export type StoryNames = {
  department: (id: string) => string;
  dimension: (id: string) => string;
  decree: (id: string) => string;
};

const deeds: Record<string, string> = {
  'user create': 'Membuat akun',
  'user import': 'Membuat akun dari daftar yang ditempel',
  'user change': 'Mengubah data orang',
  'user password': 'Mengganti kata sandinya sendiri',
  'user reset': 'Membuat kata sandi sekali pakai',
  'user disable': 'Menonaktifkan akun',
  'user enable': 'Mengaktifkan akun lagi',
  'membership create': 'Memberi peran',
  'membership end': 'Mengakhiri peran',
  'membership follow': 'Memindahkan peran ke rencana perubahan',
  'user join': 'Meminta akun tamu',
  'invitation create': 'Membuat undangan',
  'invitation end': 'Mengakhiri undangan',
  'guest join': 'Meminta akun tamu',
  'guest admit': 'Menerima tamu',
  'guest refuse': 'Menolak permintaan tamu',
  'guest end': 'Mengakhiri akses tamu',
  'department create': 'Membuat OPD',
  'department change': 'Mengubah data OPD',
  'department succeed': 'Beralih ke OPD penerus',
  'dimension create': 'Mencatat dimensi',
  'dimension change': 'Menunjuk koordinator',
  'dimension succeed': 'Koordinator beralih ke OPD penerus',
};

const labels: Record<string, string> = {
  ...{ username: 'Nama pengguna', name: 'Nama', position: 'Jabatan', code: 'Kode', kind: 'Jenis' },
  ...{ validFrom: 'Hari pertama', validTo: 'Hari terakhir', coordinatorId: 'Koordinator' },
  reason: 'Alasan',
  ...{ decreeId: 'Keputusan', role: 'Peran', tenure: 'Sebutan', departmentId: 'OPD', dimensionId: 'Dimensi' },
  successorIds: 'OPD penerus',
};

/** Paths that the deed itself tells; a password's moment is that of its entry. */
const silent = [
  'passwordSetAt',
  'mustChangePassword',
  'disabledAt',
  'isDemo',
  'userId',
  'planId',
  'colour',
  'icon',
];

/** Of what was new, only what its deed does not say already. */
const told: Record<string, string[]> = {
  user: ['username'],
  department: ['code'],
  membership: ['validFrom', 'validTo', 'decreeId'],
  dimension: ['coordinatorId', 'decreeId'],
};
const isNew = (action: string) => action === 'create' || action === 'import';

/** The events as a history, newest first. */
export function tellPeople(
  events: readonly Pick<StoredEvent, 'body'>[],
  names: StoryNames,
  posts: ReadonlyMap<string, string>,
): ToldDeed[] {
  return events
    .map(event => {
      const { subject, action, at, actor, changes, stream, revision } = bodyOf(event);
      const about = posts.get(subject.id);
      const deed = deeds[`${subject.type} ${action}`] ?? 'Mengubah data';
      const isPlace = (path: string) => path === 'position' && subject.type !== 'user';
      return {
        ...{ key: `${stream} ${revision}`, at, by: actor.name },
        deed: about ? `${deed}: ${about}` : deed,
        changes: changes
          .filter(({ path }) => !isNew(action) || told[subject.type]?.includes(path))
          .filter(({ path }) => labels[path] && !silent.includes(path) && !isPlace(path))
          .map(({ path, before, after }) => ({
            label: labels[path] ?? path,
            before: show(path, before, names),
            after: show(path, after, names),
          })),
      };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

function show(path: string, value: Scalar, names: StoryNames): string {
  if (value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(names.department).join(' dan ');
  const text = String(value);
  if (path === 'validFrom' || path === 'validTo') return showDay(text);
  if (path === 'role') return roleName(text);
  if (path === 'tenure') return tenureLabels[text as keyof typeof tenureLabels].trim() || 'Definitif';
  if (path === 'kind') return kindLabels[text] ?? text;
  if (path === 'departmentId' || path === 'coordinatorId') return names.department(text);
  if (path === 'dimensionId') return names.dimension(text);
  return path === 'decreeId' ? names.decree(text) : text;
}
