import type { IncomingHttpHeaders } from 'node:http';
import { sessionCookie } from '../access/settings';

/** A request that is refused before the program sees it. */
export type Refusal = { status: number; message: string };

/** Bodies above this many bytes are refused. */
export const bodyLimit = 256 * 1024;

/** What takes spreadsheets, of 5 MB at most, and what stands around one in a form. */
const uploads = ['/impor', '/kelola/rpjmd/impor/berkas'];
const uploadLimit = 5 * 1024 * 1024 + 16 * 1024;

/** How many bytes a request to this address may bring. */
export function bodyLimitOf(url: string): number {
  return uploads.includes(url.split('?', 1)[0] ?? '') ? uploadLimit : bodyLimit;
}

const tooLarge = { status: 413, message: 'Kiriman terlalu besar: paling banyak 256 KB, berkas impor 5 MB.' };
const bad = (message: string) => ({ status: 400, message });

/** Looks at address, host and length of a request; null when there is nothing to refuse. */
export function refusalOf(
  url: string,
  headers: IncomingHttpHeaders,
  hosts: string[],
  isHealth: boolean,
): Refusal | null {
  if (!isReadableUrl(url)) return bad('Alamat halaman tidak terbaca: periksa kembali tautannya.');
  if (!isKnownHost(headers.host ?? '', hosts, isHealth)) return bad('Nama situs ini tidak dilayani di sini.');
  if (/^\/_(?!next\/)/.test(url)) return { status: 404, message: 'Halaman ini tidak ada.' };
  if (isForeign(headers)) return { status: 403, message: 'Permintaan ini tidak datang dari halaman Rembug.' };
  if (Number(headers['content-length'] ?? 0) > bodyLimitOf(url)) return tooLarge;
  return null;
}

export const refusals = {
  tooLarge,
  damagedSession: bad(
    'Sesi Anda tidak terbaca dan sudah dihapus dari perangkat ini. Muat ulang halaman, lalu masuk lagi.',
  ),
  unreadable: bad('Kiriman tidak terbaca: muat ulang halaman, lalu coba lagi.'),
};

// Another site's page names itself; one that names nobody is left to the action, which refuses it too.
function isForeign({ origin, host, 'x-forwarded-host': forwarded }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return false;
  return !URL.canParse(origin) || ![host, forwarded].includes(new URL(origin).host);
}

/** Whether the address decodes, carries no NUL (PostgreSQL has none) and is a path. */
export function isReadableUrl(url: string): boolean {
  if (!url.startsWith('/') || /%00/.test(url)) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Whether `host` is well formed and, if a list is given, on it (with or without its port). */
export function isKnownHost(host: string, hosts: string[], isHealth: boolean): boolean {
  if (!/^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(host)) return false;
  if (hosts.length === 0 || isHealth) return true;
  const name = host.toLowerCase();
  return hosts.includes(name) || hosts.includes(name.replace(/:\d+$/, ''));
}

/** The cookies that can be read; a damaged one, often another program's, is left out and locks nobody out. */
export function readableCookies(header: string): string {
  return header
    .split(';')
    .map(pair => pair.trim())
    .filter(isReadableCookie)
    .join('; ');
}

/** The name of our own session cookie when its value cannot be one that we wrote; null when it is sound or absent. */
export function damagedSessionCookie(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    const isOurs = name === sessionCookie || name === `__Host-${sessionCookie}`;
    if (isOurs && !/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/.test(value.join('='))) return name;
  }
  return null;
}

function isReadableCookie(pair: string) {
  if (!/^[\x21-\x7e][\x20-\x7e]*$/.test(pair) || !pair.includes('=')) return false;
  try {
    return !decodeURIComponent(pair).includes('\0');
  } catch {
    return false;
  }
}

/** Removes what only Next itself may say to itself. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (/^x-(middleware|nextjs|matched|invoke|now)-/.test(name) || internal.has(name)) delete headers[name];
  }
}

const internal = new Set(['x-middleware', 'x-prerender-revalidate', 'x-nonce', 'content-security-policy']);
