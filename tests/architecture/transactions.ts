import ts from 'typescript';
import { callsOf, exportsOf, functionsOf, homeOf, typeNameOf } from './exports';
import { originOf } from './imports';
import { codeFiles, nodesIn, type Samples, type Sources, type Violation, violationAt } from './source';

/** The only ways to the database for who writes: the first two lock a stream, the third thinks before it writes, the last begins one. */
const takers = [
  'lib/plan/write/take-plan.ts withPlan',
  'lib/people/write/take-region.ts withRegion',
  'lib/plan/write/take-plan.ts withoutPlan',
  'lib/plan/write/take-plan.ts withoutReading',
  'lib/people/write/found-region.ts foundRegion',
];
const locks = takers.slice(0, 2);
const ways = takers.slice(0, 4);
/** What records: the log's own verb, and the statement that changes an item and its log together. */
const logs = ['lib/plan/log/append.ts append', 'lib/plan/write/change-item.ts changeItem'];
const writes = /^lib\/(.+\/)?write(\.ts|\/.+\.ts)$/;

/** A transaction begins by locking the plan or the region, and only there. */
export function transactionsAreTaken(sources: Sources): Violation[] {
  return codeFiles(sources, /^(app|components|lib|prisma)\//).flatMap(file =>
    nodesIn(file)
      .filter(node => isTransactionCall(node) && !takers.includes(`${file.fileName} ${homeOf(node)}`))
      .map(node => violationAt(node, homeOf(node), 'a transaction is opened by withPlan or withRegion only')),
  );
}

function isTransactionCall(node: ts.Node): boolean {
  if (!ts.isCallExpression(node)) return false;
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text === '$transaction';
  return (
    ts.isElementAccessExpression(expression) && /\$transaction/.test(expression.argumentExpression.getText())
  );
}

/** Every writing verb works inside withPlan or withRegion, records what it did, and has no other way to the database. */
export function writesAreRecorded(sources: Sources): Violation[] {
  return codeFiles(sources, writes).flatMap(file => [...unrecorded(sources, file), ...aroundTheLock(file)]);
}

function unrecorded(sources: Sources, file: ts.SourceFile): Violation[] {
  return exportsOf(file).flatMap(({ name, declaration }) => {
    if (!declaration || !isVerb(declaration) || ways.includes(`${file.fileName} ${name}`)) return [];
    const calls = [...callsOf(file, declaration)].map(call => {
      const origin = originOf(sources, file.fileName, call);
      return origin ? `${origin.target} ${origin.name}` : `${file.fileName} ${call}`;
    });
    const isTaken = takers.includes(`${file.fileName} ${name}`) || calls.some(call => locks.includes(call));
    if (!isTaken) return violationAt(declaration, name, `${name} must write inside withPlan or withRegion`);
    return calls.some(call => logs.includes(call))
      ? []
      : violationAt(declaration, name, `${name} must record what it wrote with append()`);
  });
}

// What takes a transaction works for a verb that opened it.
function isVerb(declaration: ts.Node): boolean {
  return functionsOf(declaration).some(
    ({ parameters }) => !['Transaction', 'Source'].includes(typeNameOf(parameters[0]) ?? ''),
  );
}

function aroundTheLock(file: ts.SourceFile): Violation[] {
  return nodesIn(file)
    .filter(
      node => ts.isCallExpression(node) && /^(database|commonDatabase)$/.test(node.expression.getText()),
    )
    .filter(node => !takers.includes(`${file.fileName} ${homeOf(node)}`))
    .map(node =>
      violationAt(
        node,
        homeOf(node),
        `${homeOf(node)} writes beside the transaction; use the one it is given`,
      ),
    );
}

const path = 'lib/plan/write/save.ts';
const around = {
  'lib/plan/write/take-plan.ts':
    'export async function withPlan(actor: Actor, write: unknown) { return database(actor.regionId).$transaction(write); }',
  'lib/plan/log/append.ts': 'export async function append(tx: Transaction) {}',
};
const top = "import { append } from '../log/append';\nimport { withPlan } from './take-plan';\n";

export const takenSamples: Samples = {
  caught: [
    {
      what: 'a transaction in a verb',
      at: `${path}:1`,
      files: { [path]: 'export const save = (actor: Actor) => database(actor.regionId).$transaction(run);' },
    },
    {
      what: 'a second transaction beside withPlan',
      at: 'lib/plan/write/take-plan.ts:2',
      files: {
        'lib/plan/write/take-plan.ts':
          "export function withPlan() {}\nfunction other() { db['$transaction'](run); }",
      },
    },
  ],
  fine: { ...around, 'lib/database/client.ts': "type Transaction = Parameters<Client['$transaction']>[0];" },
};

export const recordedSamples: Samples = {
  caught: [
    {
      what: 'a verb without a transaction',
      at: `${path}:3`,
      files: { ...around, [path]: `${top}export async function save(actor: Actor) { await append(); }` },
    },
    {
      what: 'a verb that records nothing',
      at: `${path}:3`,
      files: {
        ...around,
        [path]: `${top}export async function save(actor: Actor) { await withPlan(actor, one); }`,
      },
    },
    {
      what: 'an append() that is not the log',
      at: `${path}:2`,
      files: {
        ...around,
        [path]: `import { withPlan } from './take-plan';\nexport const save = (actor: Actor) => withPlan(actor, () => append());\nfunction append() {}`,
      },
    },
    {
      what: 'a write beside the transaction',
      at: `${path}:4`,
      files: {
        ...around,
        [path]: `${top}export const save = (actor: Actor) => withPlan(actor, () => append());\nconst other = () => database('x').item.update({});`,
      },
    },
  ],
  fine: {
    ...around,
    [path]: `${top}export async function save(actor: Actor) { await withPlan(actor, tx => one(tx)); }\nasync function one(tx) { await append(tx); }`,
    'lib/plan/write/store.ts':
      'export function store(tx: Transaction, actor: Actor) {}\nexport const limit = 5;',
  },
};
