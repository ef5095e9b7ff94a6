import { format } from 'node:util';
import { log } from './log';

/** From now on what Next and libraries say on the console goes to the log, with the request's id. */
export function logConsole(): void {
  const plain = (parts: unknown[]) => {
    const err = parts.find(part => part instanceof Error);
    return err ? { err } : { said: format(...parts).slice(0, 2_000) };
  };
  console.error = (...parts) => log.error(plain(parts), 'console');
  console.warn = (...parts) => log.warn(plain(parts), 'console');
}
