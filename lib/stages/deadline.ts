import type { Problem } from '@/lib/people/deed';
import { readDay } from '@/lib/people/names';

const zone = { timeZone: 'Asia/Jakarta' } as const;
const dayOf = new Intl.DateTimeFormat('en-CA', zone);
const clock = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' });
/** What the region's clock is ahead of the world's. */
const offset = '+07:00';
const endOfWork = '16.00';

/** A deadline as a form shows it: a day ("2026-01-31") and an hour ("16.00"); both '' without one. */
export function deadlineParts(deadline: Date | null): { day: string; hour: string } {
  if (!deadline) return { day: '', hour: '' };
  return { day: dayOf.format(deadline), hour: clock.format(deadline).replace(':', '.') };
}

/** A deadline as typed, by the region's clock; without an hour the end of work. null when no day was typed. */
export function readDeadline(day: string, hour: string): { deadline: Date | null } | { problem: Problem } {
  const read = readDay(day, 'day');
  if ('problem' in read) return read;
  const typed = hour.trim();
  if (!read.day) {
    return typed === ''
      ? { deadline: null }
      : { problem: { field: 'day', message: 'Pilih tanggal tenggat, atau kosongkan jamnya.' } };
  }
  const found = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(typed || endOfWork);
  if (!found) return { problem: { field: 'hour', message: 'Tulis jam seperti 16.00.' } };
  const [, hours = '', minutes = ''] = found;
  return { deadline: new Date(`${day}T${hours.padStart(2, '0')}:${minutes}:00${offset}`) };
}
