import type { ToldDeed } from '@/lib/people/story';
import { showDay } from '@/lib/people/words';
import { bodyOf, type StoredEvent } from '@/lib/plan/log/body';
import type { Scalar } from '@/lib/plan/paths';
import { decisionNumber } from './number';

const deeds: Record<string, string> = {
  'sitting create': 'Membuka sidang',
  'sitting change': 'Mengubah data sidang',
  'sitting close': 'Menutup sidang',
  'agendaPoint create': 'Menambah mata acara',
  'agendaPoint withdraw': 'Menarik mata acara',
  'attendance create': 'Mencatat hadir',
  'attendance return': 'Mencatat hadir lagi',
  'attendance remove': 'Menghapus dari daftar hadir',
  'decision endorse': 'Mencatat pengesahan',
  'decision revise': 'Mencatat permintaan perbaikan',
  'decision resolve': 'Mencatat putusan',
  'decision revoke': 'Mencatat pencabutan',
};

const labels: Record<string, string> = {
  ...{ title: 'Nama sidang', date: 'Tanggal', place: 'Tempat', leader: 'Pemimpin' },
  leaderOffice: 'Jabatan pemimpin',
};

/** What was done with a sitting, its agenda, attendance and decisions: by whom and when, newest first. */
export function tellSitting(events: readonly Pick<StoredEvent, 'body'>[]): ToldDeed[] {
  const names = new Map<string, string>();
  return events
    .map(event => {
      const { subject, action, at, actor, changes, revision } = bodyOf(event);
      const after = (path: string) => changes.find(change => change.path === path)?.after;
      const name = nameOf(subject.type, after) || names.get(subject.id) || '';
      names.set(subject.id, name);
      const deed = deeds[`${subject.type} ${action}`] ?? 'Mengubah data';
      return {
        ...{ key: String(revision), at, by: actor.name },
        deed: subject.type === 'sitting' || name === '' ? deed : `${deed}: ${name}`,
        changes: changes
          .filter(({ path }) => action === 'change' && labels[path])
          .map(({ path, before, after: now }) => ({
            ...{ label: labels[path] ?? path, before: show(path, before), after: show(path, now) },
          })),
      };
    })
    .reverse();
}

function nameOf(type: string, after: (path: string) => Scalar | undefined): string {
  if (type === 'agendaPoint') return String(after('title') ?? '');
  if (type === 'attendance') return String(after('name') ?? '');
  if (type !== 'decision') return '';
  const number = decisionNumber({ ordinal: Number(after('ordinal')), year: Number(after('year')) });
  return `${number}, ${after('matterTitle')}, oleh ${after('deciderName')} (${after('office')})`;
}

const show = (path: string, value: Scalar) =>
  value === null ? '' : path === 'date' ? showDay(String(value)) : String(value);
