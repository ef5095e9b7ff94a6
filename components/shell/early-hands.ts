/**
 * Keeps what is typed, chosen or pressed before React has taken a page over, and does it again once it has: on slow
 * Wi-Fi that takes seconds, and a tap that nothing follows is a broken promise. It runs by itself in the page (its
 * source is written into it), so that it may use nothing from outside its braces, and is short: each page carries it.
 */
export function earlyHands(): void {
  const waiting = new Map<Element, () => void>();
  // The body comes last: with it, what is no part of React's is as awake as it will ever be.
  const isTaken = (node: Element) =>
    [node, document.body].some(one => Object.keys(one).some(key => key.startsWith('__reactProps')));

  function keep(node: Element, again: () => void) {
    if (isTaken(node)) return waiting.delete(node);
    if (waiting.size === 0) requestAnimationFrame(look);
    return waiting.set(node, again);
  }
  function look() {
    for (const [node, again] of waiting) {
      if (node.isConnected && !isTaken(node)) continue;
      waiting.delete(node);
      requestAnimationFrame(again);
    }
    if (waiting.size > 0) requestAnimationFrame(look);
  }

  for (const name of ['input', 'change', 'click'])
    document.addEventListener(
      name,
      ({ target }) => {
        if (name === 'click') {
          const button = (target as Element).closest<HTMLElement>('button[type=button]');
          if (button) keep(button, () => button.click());
          return;
        }
        const node = target as HTMLInputElement;
        const { type, value, checked } = node;
        if (type === 'file') return;
        keep(node, () => {
          // React hears of a value only when it differs from the one that it saw last.
          if (type === 'radio' || type === 'checkbox') {
            node.checked = !checked;
            return node.click();
          }
          node.value = '';
          Object.getOwnPropertyDescriptor(node.constructor.prototype, 'value')?.set?.call(node, value);
          for (const again of ['input', 'change']) node.dispatchEvent(new Event(again, { bubbles: true }));
        });
      },
      true,
    );
}
