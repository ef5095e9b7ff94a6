import type { PlanItem } from '@/lib/plan/item';

/** The item that a page was drawn for, with its version, from what the page hands to its form. Throws when there is none. */
export function itemOfPage(html: string): PlanItem {
  const pushed = html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g);
  const sent = [...pushed].map(([, text]) => JSON.parse(text ?? '""') as string).join('');
  const at = sent.indexOf('{"item":{"id":');
  if (at < 0) throw new Error('the page shows no form');
  return JSON.parse(objectAt(sent, at + '{"item":'.length)) as PlanItem;
}

/** The JSON object that begins at a place in a text. */
function objectAt(text: string, begin: number): string {
  let depth = 0;
  let isText = false;
  for (let at = begin; at < text.length; at += 1) {
    const sign = text[at];
    if (isText && sign === '\\') at += 1;
    else if (sign === '"') isText = !isText;
    else if (!isText && sign === '{') depth += 1;
    else if (!isText && sign === '}') {
      depth -= 1;
      if (depth === 0) return text.slice(begin, at + 1);
    }
  }
  throw new Error('the page was cut off');
}
