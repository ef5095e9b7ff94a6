import { commandOf, parentOf } from './lock.mjs';

/**
 * Calls `onOrphaned` when the npm that started this process is gone, killed without a word; its port and database
 * would else stay taken. Does nothing outside npm, where the starter may leave on purpose.
 */
export function watchParents(onOrphaned: () => void): void {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  // npm runs scripts through a shell, which stays between the two unless it replaced itself.
  const isShell = /^(\S*\/)?(ba|da|z|k|a)?sh\s/.test(commandOf(parent));
  const npm = isShell ? parentOf(parent) : 0;
  const watch = setInterval(() => {
    if (process.ppid === parent && (!npm || parentOf(parent) === npm)) return;
    clearInterval(watch);
    onOrphaned();
  }, 400);
  watch.unref();
}
