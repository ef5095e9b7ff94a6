import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../bench/report';
import type { Ending, History } from './history';

/** Keeps what a checker complained of, so that it can be read in peace. */
export function keepEvidence(drill: string, history: History, ending: Ending): void {
  const folder = join(process.cwd(), 'tests/output');
  const file = join(folder, `latihan-${drill}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify({ history, ending: { ...ending, items: [...ending.items] } }));
  say(`  Riwayatnya ada di ${file}`);
}
