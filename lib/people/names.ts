import type { Problem } from './deed';

/** How a user name is written; the same in a region's file. */
export const usernamePattern = /^[a-z0-9][a-z0-9._-]{0,60}$/;

/** How the code of a department is written; the same in a region's file. */
export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/;

/** What is wrong with a name, or null. */
export function nameProblem(name: string, field = 'name', what = 'nama'): Problem | null {
  if (name === '') return { field, message: `Isi ${what}.` };
  return tooLong(name, field, what);
}

/** What is wrong with a text that may be empty, or null. */
export function tooLong(text: string, field: string, what: string, most = 200): Problem | null {
  const length = [...text].length;
  if (length <= most) return null;
  const message = `Isi ${what} paling banyak ${most} huruf. Sekarang ${length}.`;
  return { field, message };
}

/** What is wrong with a user name, or null. */
export function usernameProblem(username: string): Problem | null {
  if (usernamePattern.test(username)) return null;
  const message =
    'Nama pengguna hanya huruf kecil, angka, titik, dan garis, paling banyak 61. Contoh: dinas.operator.';
  return { field: 'username', message };
}

/** A number of an identity card, which has no place here (16 digits). */
export const holdsIdentityNumber = (text: string) => /(?<!\d)\d{16}(?!\d)/.test(text.replace(/[ .-]/g, ''));

const titles = new Set(
  [
    'dr',
    'drs',
    'dra',
    'ir',
    'prof',
    'h',
    'hj',
    'kh',
    'apt',
    'ns',
    'drg',
    'bapak',
    'ibu',
    'pak',
    'bu',
  ].flatMap(title => [title, `${title}.`]),
);

/**
 * A user name to propose: for a head the department's code, for an operator code and role, for others the
 * first and last word of their name; numbered when it is taken.
 * @param taken all user names of the region
 */
export function proposeUsername(
  { name, code, suffix }: { name: string; code: string | null; suffix: string | null },
  taken: ReadonlySet<string>,
): string {
  const words = (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter(word => !titles.has(word.toLowerCase()))
    .map(plain)
    .filter(word => word !== '');
  const own = [words[0], words.length > 1 ? words.at(-1) : undefined].filter(Boolean).join('.');
  const first = code === null ? own : [plain(code), suffix].filter(Boolean).join('.');
  const base = (first || 'pengguna').slice(0, 50);
  let username = base;
  for (let number = 2; taken.has(username); number += 1) username = `${base}${number}`;
  return username;
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
    .replace(/^[._-]+|[._-]+$/g, '');
}

/** A day as typed in a date field; null when nothing was typed, a problem when it is no day. */
export function readDay(text: string, field: string): { day: Date | null } | { problem: Problem } {
  if (text === '') return { day: null };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (isDay && day.getUTCFullYear() >= 1900 && day.getUTCFullYear() < 2200) return { day };
  return { problem: { field, message: 'Pilih tanggal yang ada di kalender.' } };
}
