import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const left = new Set(['.git', '.next', '.data', 'node_modules', 'test-results', 'output']);

/** Copies the program's sources and packages to a folder, to be changed and built there. */
export function copyTo(root: string): void {
  cpSync('.', root, { recursive: true, filter: path => !left.has(path.split('/').at(-1) ?? '') });
  // Next refuses packages that lie behind a link to elsewhere; hard links cost nothing.
  for (const flags of ['-al', '-a']) {
    if (spawnSync('cp', [flags, 'node_modules', join(root, 'node_modules')]).status === 0) return;
    rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  }
  throw new Error('node_modules cannot be copied');
}
