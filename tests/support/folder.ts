import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder that the database's user can enter too. */
export function reachableFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-test-'));
  chmodSync(folder, 0o755);
  return folder;
}
