type Close = () => Promise<unknown> | unknown;

const open: Close[] = [];

/** Whatever was begun is ended in the opposite order, when the bench is done or interrupted. */
export function atEnd(close: Close): void {
  open.push(close);
}

export async function endAll(): Promise<void> {
  for (let close = open.pop(); close; close = open.pop()) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`not ended cleanly: ${error}\n`);
    }
  }
}

/** An interrupted bench ends what it began before it goes. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void endAll().finally(() => process.exit(130)));
  }
}
