/** A piece of markup. Only `html` makes one, so that no text becomes markup by accident. */
export type Html = { readonly html: string };

type Part = string | number | Html | readonly Html[] | false | null | undefined;

/**
 * Markup as a text, for what is drawn once and shown to many; everything put in is escaped unless it is
 * markup itself. Attributes must be quoted.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.reduce(
    (made, piece, at) => made + (at === 0 ? '' : textOf(parts[at - 1])) + piece,
    '',
  );
  return { html: text };
}

function textOf(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return Array.isArray(part) ? part.map(one => one.html).join('') : (part as Html).html;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, sign => signs[sign] ?? sign);
