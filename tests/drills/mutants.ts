// `npm run drill:mutants [-- name …]`: takes one guard at a time out of a copy of the program and runs the short hall
// there. Fails when the checker has nothing to complain of: a drill that cannot fail proves nothing.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { say } from '../bench/report';
import { reachableFolder } from '../support/folder';
import { copyTo } from './copy';
import { mutations } from './mutations';

const wanted = process.argv.slice(2);
let unnoticed = 0;
for (const { name, what, apply } of mutations) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  say(`\n${name}: ${what}`);
  const root = reachableFolder();
  try {
    copyTo(root);
    apply(root);
    if (!isNoticed(root)) unnoticed += 1;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
process.exit(unnoticed === 0 ? 0 : 1);

function isNoticed(root: string): boolean {
  const hall = ['--no-deprecation', '--conditions=react-server', '--import', 'tsx', 'tests/drills/hall.ts'];
  const { stdout, stderr } = spawnSync(process.execPath, [...hall, '--short'], {
    cwd: root,
    encoding: 'utf8',
  });
  const complaints = stdout.split('\n').filter(line => line.startsWith('  SALAH '));
  // What the drill is there for, not that something else broke on the way.
  const found = complaints.filter(line =>
    /SALAH (overwritten|unseen|doubled|lost|answer|chain|belief|tables): /.test(line),
  );
  for (const line of found.slice(0, 3)) say(line);
  say(found.length > 0 ? `  Terlihat: ${found.length} keluhan` : `  TIDAK TERLIHAT\n${stdout}${stderr}`);
  return found.length > 0;
}
