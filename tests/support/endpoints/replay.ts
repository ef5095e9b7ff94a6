import type { OutgoingHttpHeaders } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { type Answer, ask } from '../http';
import type { Verdict } from './expected';
import type { TestItem } from './items';

type Way = (site: string, path: string, cookie: string) => Promise<Answer>;

// What Next says to itself; from outside it must change nothing.
const forged = {
  'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware',
  ...{ 'x-middleware-prefetch': '1', 'x-middleware-rewrite': '/bantuan', 'x-middleware-next': '1' },
  ...{ 'x-invoke-path': '/bantuan', 'x-invoke-status': '200', 'x-matched-path': '/bantuan' },
  ...{ 'x-now-route-matches': '1=bantuan', 'x-nextjs-data': '1', 'x-original-url': '/bantuan' },
  ...{ 'x-rewrite-url': '/bantuan', 'x-rembug-path': '/bantuan', 'x-prerender-revalidate': '1' },
  ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
};

const withQuery = (path: string, query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;

/** Ways to ask for the same page; each must come to the same verdict. */
export const ways: Record<'plainly' | 'with forged headers' | 'as data', Way> = {
  plainly: (site, path, cookie) => ask(site + path, { cookie }),
  'with forged headers': (site, path, cookie) =>
    ask(`${site}${withQuery(path, '_rsc=x')}`, { cookie, headers: forged }),
  'as data': (site, path, cookie) => askData(site, path, cookie, {}),
};

/** Further ways that may answer with less, but never with more. */
export const sideWays: Record<'as a prefetch' | 'as .rsc' | 'as a segment', Way> = {
  'as a prefetch': (site, path, cookie) => askData(site, path, cookie, { 'next-router-prefetch': '1' }),
  'as .rsc': (site, path, cookie) => ask(`${site}${path.split('?', 1)[0]}.rsc?_rsc=x`, { cookie }),
  'as a segment': (site, path, cookie) =>
    askData(site, path, cookie, { 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }),
};

// Next names the address under which it gives the data of a page: one redirect to it is followed.
async function askData(site: string, path: string, cookie: string, headers: OutgoingHttpHeaders) {
  const asked = { cookie, headers: { rsc: '1', ...forged, ...headers } };
  const answer = await ask(`${site}${withQuery(path, '_rsc=x')}`, asked);
  const to = answer.headers.location ?? '';
  return /[?&]_rsc/.test(to) && to.startsWith(path.split('?', 1)[0] ?? '') ? ask(site + to, asked) : answer;
}

/** What an answer says, whether as a page or as data; 'HTTP n' when it is none of the expected ones. */
export function verdictOf({ status, headers, text }: Answer, path: string): Verdict | string {
  if (status === 404) return 'missing';
  const isData = headers['content-type'] === 'text/x-component';
  const named = isData ? /NEXT_REDIRECT;\w+;([^;"]*);/.exec(text)?.[1] : undefined;
  if (status === 307 || named) return destination(headers.location ?? named ?? '', path);
  if (status !== 200) return `HTTP ${status}`;
  if (isData && text.includes('NEXT_HTTP_ERROR_FALLBACK;404')) return 'missing';
  return /Masih disusun oleh [A-Z]/.test(text) ? 'hidden' : 'open';
}

function destination(to: string, path: string): string {
  const { pathname, searchParams } = new URL(to, 'http://here');
  const back = searchParams.get('lanjut');
  const isOurs = to.startsWith('/') && (back === null || back.replace(/[?&]_rsc(=[^&]*)?$/, '') === path);
  return isOurs ? `to ${pathname}` : `to ${to}`;
}

/** Everything that can be read in an answer, what is packed in a workbook included. */
export function wordsOf({ bytes, text }: Answer): string {
  if (bytes.readUInt32LE === undefined || bytes.length < 30 || bytes.readUInt32LE(0) !== 0x04034b50)
    return text;
  const words: string[] = [];
  for (
    let at = bytes.indexOf('PK\x03\x04', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')
  ) {
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const isPacked = bytes.readUInt16LE(at + 8) === 8;
    words.push(isPacked ? inflateRawSync(bytes.subarray(from)).toString() : bytes.subarray(from).toString());
  }
  return words.join('\n');
}

/** The secrets of these items that an answer lets out. */
export function leaks(answer: Answer, items: readonly TestItem[]): string[] {
  const words = wordsOf(answer);
  return items.flatMap(({ secrets }) => secrets.filter(secret => words.includes(secret)));
}
