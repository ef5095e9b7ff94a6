/**
 * Puts the reader's place on the page's heading once what changed is drawn: after an open dialog has closed,
 * and again should the place be lost while the rest of the page follows. A place chosen meanwhile is left alone.
 */
export function focusSoon(): void {
  let frames = 180;
  let calm = 0;
  const look = () => {
    const isFree = document.querySelector('dialog[open]') === null;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isFree && (calm === 0 || isLost)) document.querySelector<HTMLElement>('h1')?.focus();
    if (isFree) calm += 1;
    if (frames-- > 0 && calm < 60) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
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
