import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One guard taken out of a copy of the program. */
export type Mutation = { name: string; what: string; apply: (root: string) => void };

/** Each takes a promise's guard away wherever it stands; the hall must notice every one. */
export const mutations: Mutation[] = [
  {
    name: 'versi-isian',
    what: 'a change made on an old version is taken without looking at what others wrote since',
    apply: root =>
      edit(root, 'lib/plan/write/save-changes.ts', [
        ['change.version < item.version ? await newerChanges(', 'change.version < 0 ? await newerChanges('],
      ]),
  },
  {
    name: 'versi-basis-data',
    what: 'the write no longer looks whether the item is still as it was read',
    apply: root =>
      migrate(root, 'no_version_check', [
        functionWith(root, 'setColumns', [[/ELSE ' AND version = \$4' END/, `ELSE ' AND $4 > 0' END`]]),
        functionWith(root, 'changeItem', [
          [/ AND version = seen_version;/, ';'],
          // Taken twice, the version must still grow.
          [/jsonb_build_object\('version', seen_version \+ 1\)/, "'{}'::jsonb"],
        ]),
      ]),
  },
  {
    name: 'kunci-mutasi',
    what: 'a change that was sent before is not recognised',
    apply: root => {
      edit(root, 'lib/plan/write/take-plan.ts', [
        [
          `FROM "Event" WHERE "regionId" = \${regionId} AND "mutationId" = \${mutationId})`,
          `FROM "Event" WHERE "regionId" = \${regionId} AND "mutationId" = 'none' || \${mutationId})`,
        ],
        [
          'where: { regionId_mutationId: { regionId, mutationId } },',
          'where: { regionId_mutationId: { regionId, mutationId: "none".concat(mutationId) } },',
        ],
      ]);
      migrate(root, 'no_mutation_check', [
        functionWith(root, 'changeItem', [
          [
            /EXISTS \(SELECT FROM "Event" WHERE "regionId" = region AND "mutationId" = p->>'mutationId'\)/,
            'false',
          ],
        ]),
        'DROP INDEX "Event_mutationId_key"',
      ]);
    },
  },
];

function edit(root: string, file: string, replacements: [from: string, to: string][]): void {
  let text = readFileSync(join(root, file), 'utf8');
  for (const [from, to] of replacements) {
    if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
    text = text.replace(from, () => to);
  }
  writeFileSync(join(root, file), text);
}

function migrate(root: string, name: string, statements: string[]): void {
  const folder = join(root, 'prisma/migrations', `99990101000000_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${statements.join(';\n')};\n`);
}

/** The newest definition of a function of the database, changed. */
function functionWith(root: string, name: string, replacements: [from: RegExp, to: string][]): string {
  const folder = join(root, 'prisma/migrations');
  const definition = new RegExp(`CREATE (?:OR REPLACE )?FUNCTION "${name}"\\([\\s\\S]*?\\n\\$\\$`, 'g');
  let text = readdirSync(folder)
    .sort()
    .map(migration => join(folder, migration, 'migration.sql'))
    .filter(existsSync)
    .flatMap(file => readFileSync(file, 'utf8').match(definition) ?? [])
    .at(-1);
  if (!text) throw new Error(`no migration makes ${name}`);
  for (const [from, to] of replacements) {
    if (!from.test(text)) throw new Error(`${name} does not hold ${from}`);
    text = text.replace(from, () => to);
  }
  return text.replace(/^CREATE (OR REPLACE )?FUNCTION/, 'CREATE OR REPLACE FUNCTION');
}
