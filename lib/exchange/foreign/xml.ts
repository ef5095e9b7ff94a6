import { limits } from './limits';
import { refusals } from './refusal';

/** Attributes by local name: `r:id` is found under `id`. Those of LibreOffice's own space keep their prefix. */
export type Attributes = Record<string, string>;

export type XmlListener = {
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

const tag =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[([\s\S]*?)\]\]>|(\/?)([^\s<>/!?"'=]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/gy;
const attribute = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The text of a part in UTF-8 or UTF-16; refuses what declares a document type or an entity, and other bytes. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  let text: string;
  try {
    text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refusals.damaged();
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw refusals.declares();
  return text;
}

/**
 * Walks XML without a document type, names without their prefix. Refuses what is not well formed, too deep or too
 * much; only the five named entities and numbers are resolved.
 */
export function walkXml(xml: string, { open, text, close }: XmlListener): void {
  const inside: string[] = [];
  let tags = 0;
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const until = next === -1 ? xml.length : next;
    if (until > at) text?.(plain(xml.slice(at, until)));
    if (next === -1) break;
    tag.lastIndex = next;
    const found = tag.exec(xml);
    if (!found) throw refusals.damaged();
    at = tag.lastIndex;
    const [, data, slash, fullName, inner = '', isClosed] = found;
    if (data !== undefined) text?.(data);
    if (fullName === undefined) continue;
    tags += 1;
    if (tags > limits.xmlTags || inside.length > limits.xmlDepth) throw refusals.strange();
    const name = local(fullName);
    if (slash) {
      if (inside.pop() !== fullName) throw refusals.damaged();
      close?.(name);
    } else {
      open?.(name, attributesOf(inner));
      if (isClosed) close?.(name);
      else inside.push(fullName);
    }
  }
  if (inside.length > 0 || tags === 0) throw refusals.damaged();
}

function attributesOf(inner: string): Attributes {
  const attributes: Attributes = {};
  if (inner.length < 3) return attributes;
  for (const [, name = '', double, single] of inner.matchAll(attribute)) {
    if (name.startsWith('xmlns')) continue;
    attributes[name.startsWith('calcext:') ? name : local(name)] = plain(double ?? single ?? '');
  }
  return attributes;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name) ? (named[name] ?? all) : all;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
