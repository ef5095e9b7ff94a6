import ts from 'typescript';
import { exportsOf, functionsOf, typeNameOf } from './exports';
import { importsOf, reachedFrom } from './imports';
import { codeFiles, type Samples, type Sources, type Violation, violationAt } from './source';

const readOrWrite = /^lib\/(.+\/)?(read|write)(\.ts|\/.+\.ts)$/;
// What the caller already holds may come before who is asking.
const held = ['Transaction', 'Source', 'Head'];

/** Whatever reads or writes for somebody takes first who is asking: `actor: Actor`. */
export function actorComesFirst(sources: Sources): Violation[] {
  return codeFiles(sources, readOrWrite)
    .filter(file => !isPure(sources, file.fileName))
    .flatMap(file =>
      exportsOf(file).flatMap(({ name, node, declaration }) => {
        if (!declaration)
          return violationAt(node, name, `${name} is passed on; export it only where it is written`);
        return functionsOf(declaration)
          .filter(fn => !takesActor(fn.parameters))
          .map(fn => violationAt(fn, name, `${name} must take "actor: Actor" first`));
      }),
    );
}

function takesActor(parameters: readonly ts.ParameterDeclaration[]): boolean {
  const asking = parameters.find(parameter => !held.includes(typeNameOf(parameter) ?? ''));
  if (!asking || typeNameOf(asking) !== 'Actor') return false;
  return !ts.isIdentifier(asking.name) || asking.name.text === 'actor';
}

// Nothing of the database is known here, not even as a type, and nothing for the server only is reached.
function isPure(sources: Sources, path: string): boolean {
  const knowsDatabase = importsOf(sources, path).some(({ target }) => target?.startsWith('lib/database/'));
  const isServer = [...reachedFrom(sources, path).keys()].some(
    reached =>
      reached.startsWith('lib/database/') ||
      importsOf(sources, reached).some(({ specifier }) => specifier === 'server-only'),
  );
  return !knowsDatabase && !isServer;
}

const path = 'lib/plan/read/item.ts';
const top = "import 'server-only';\nimport { database, type Transaction } from '@/lib/database/client';\n";

export const samples: Samples = {
  caught: [
    {
      what: 'a region instead of an actor',
      at: `${path}:3`,
      files: { [path]: `${top}export async function getItem(regionId: string) {}` },
    },
    {
      what: 'an actor that comes second',
      at: `${path}:3`,
      files: { [path]: `${top}export const getItem = async (id: string, actor: Actor) => id;` },
    },
    {
      what: 'a transaction alone',
      at: 'lib/plan/write.ts:3',
      files: { 'lib/plan/write.ts': `${top}export function store(tx: Transaction) {}` },
    },
    {
      what: 'a wrapped function',
      at: `${path}:3`,
      files: { [path]: `${top}export const getItem = cache(async (id: string) => id);` },
    },
    {
      what: 'a method of an object',
      at: `${path}:3`,
      files: { [path]: `${top}export const items = { get(id: string) {} };` },
    },
    {
      what: 'a function exported by name at the end',
      at: `${path}:3`,
      files: { [path]: `${top}function getItem(id: string) {}\nexport { getItem };` },
    },
    {
      what: 'a function that reads through another file',
      at: `${path}:2`,
      files: {
        [path]: "import { other } from './other';\nexport function getItem(id: string) {}",
        'lib/plan/read/other.ts': "import 'server-only';\nexport function other(actor: Actor) {}",
      },
    },
    {
      what: 'a function passed on',
      at: `${path}:3`,
      files: { [path]: `${top}export { getItem } from '../elsewhere';` },
    },
  ],
  fine: {
    [path]: `${top}export type A = string;\nexport const limit = 5;\nexport async function getItem({ regionId }: Actor) {}`,
    'lib/plan/write/store.ts': `${top}export function store(tx: Transaction, actor: Actor) {}\nfunction inner(id: string) {}`,
    'lib/plan/read/filter.ts':
      "import type { Status } from '../workflow';\nexport function filterOf(query: string) {}",
    'lib/plan/tree.ts': 'export function treeOf(items: string[]) {}',
  },
};
