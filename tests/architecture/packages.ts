import { lineAt, type Samples, type Sources, type Violation } from './source';

const lock = 'package-lock.json';
// Below these, holes are known (STACK, SECURITY).
const atLeast: Record<string, string> = { next: '16.2.11', 'next-auth': '4.24.15', react: '19.2.1' };
const needed = ['next', 'next-auth', 'react', 'pg', 'zod', '@node-rs/argon2'];
const banned = ['xlsx'];

type Locked = { version?: string; resolved?: string };

/** The lock file holds what the program needs, new enough, and sends nobody to a host of its own. */
export function packagesAreSound(sources: Sources): Violation[] {
  const text = sources.get(lock);
  if (text === undefined) return [{ file: lock, line: 1, subject: lock, says: 'is missing' }];
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const at = (path: string, says: string): Violation => ({
    ...{ file: lock, subject: nameIn(path), says },
    line: lineAt(text, Math.max(text.indexOf(`"${path}"`), 0)),
  });
  const missing = needed.filter(name => !packages[`node_modules/${name}`]);
  return [
    ...missing.map(name => at(`node_modules/${name}`, `${name} is missing`)),
    ...Object.entries(packages).flatMap(([path, locked]) =>
      complaints(nameIn(path), locked).map(says => at(path, says)),
    ),
  ];
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function complaints(name: string, { version = '', resolved = '' }: Locked): string[] {
  const least = atLeast[name];
  return [
    ...(least && isOlder(version, least) ? [`${name} ${version} is older than ${least}`] : []),
    ...(banned.includes(name) ? [`${name} is not used`] : []),
    ...(/^[a-z+]+:\/\//i.test(resolved) ? [`${name} is bound to ${new URL(resolved).host}`] : []),
  ];
}

function isOlder(version: string, least: string): boolean {
  // What comes after "-" is a version before the release.
  const parts = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number);
  const wanted = parts(least);
  const difference =
    parts(version)
      .map((part, index) => part - (wanted[index] ?? 0))
      .find(step => step !== 0) ?? 0;
  return difference < 0 || (difference === 0 && version.includes('-'));
}

const good = {
  '': { version: '1.0.0' },
  'node_modules/next': { version: '16.10.0' },
  'node_modules/next-auth': { version: '4.24.15' },
  'node_modules/react': { version: '20.0.0' },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/@node-rs/argon2': { version: '2.0.0' },
};
const lockWith = (packages: Record<string, Locked>) => ({
  [lock]: JSON.stringify({ packages: { ...good, ...packages } }),
});
const at = (what: string, packages: Record<string, Locked>) => ({
  what,
  at: `${lock}:1`,
  files: lockWith(packages),
});

export const samples: Samples = {
  caught: [
    at('an old next', { 'node_modules/next': { version: '16.2.9' } }),
    at('a version before the release', { 'node_modules/next-auth': { version: '4.24.15-beta.1' } }),
    at('an old react below another package', { 'node_modules/a/node_modules/react': { version: '18.3.1' } }),
    at('xlsx', { 'node_modules/a/node_modules/xlsx': { version: '0.18.5' } }),
    at('a host', { 'node_modules/a': { resolved: 'https://host.example/a-1.0.0.tgz' } }),
    {
      what: 'no zod',
      at: `${lock}:1`,
      files: { [lock]: lockWith({})[lock]?.replace('node_modules/zod', 'a') ?? '' },
    },
  ],
  fine: lockWith({ 'node_modules/xlsx-like': { version: '1.0.0', resolved: 'file:packages/a' } }),
};
