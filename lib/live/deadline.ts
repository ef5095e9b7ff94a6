const deadlineMs = 15_000;
const marked = Symbol.for('rembug.deadline');

/**
 * Gives every server action of this page a deadline. Without one, a single lost answer would
 * hold back all later actions of the page for ever.
 */
export function installDeadline(): void {
  const original = window.fetch as typeof fetch & { [marked]?: true };
  if (original[marked]) return;
  const limited = (input: RequestInfo | URL, init?: RequestInit) => {
    const isAction = new Headers(init?.headers).has('next-action');
    if (!isAction) return original(input, init);
    const timeout = AbortSignal.timeout(deadlineMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    return original(input, { ...init, signal });
  };
  window.fetch = Object.assign(limited, { [marked]: true as const });
}
