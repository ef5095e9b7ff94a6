import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '@/components/ui/html';

describe('markup as text', () => {
  it('escapes whatever is put in, wherever', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const { html: made } = html`<a href="${text}">${text}</a>`;
        const inside = made.slice('<a href="'.length, -'</a>'.length);
        expect(inside.replaceAll('">', '')).not.toMatch(/[<>"']/);
        const plain = inside
          .slice(0, inside.indexOf('">'))
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        expect(plain).toBe(text);
      }),
    );
  });

  it('keeps markup that it made itself, and drops what is not there', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`<p>${inner}${[inner, inner]}${null}${undefined}${false}${0}</p>`.html).toBe(
      '<p><b>&lt;</b><b>&lt;</b><b>&lt;</b>0</p>',
    );
  });
});
