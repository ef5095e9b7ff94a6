/** Puts the reader's place on the page's heading, or on the first of these, once what changed is drawn. */
export function focusSoon(selector = 'h1'): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus()),
  );
}

/** Does something with an element as soon as it is there; gives up after about a second. */
export function whenThere(id: string, act: (element: HTMLElement) => void): void {
  let frames = 60;
  const look = () => {
    const element = document.getElementById(id);
    if (element) act(element);
    else if (frames-- > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
