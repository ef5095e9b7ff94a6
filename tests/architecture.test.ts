import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as actors from './architecture/actor-first';
import * as client from './architecture/client-code';
import * as comparisons from './architecture/comparisons';
import * as database from './architecture/database-imports';
import {
  clientFiles,
  type Exception,
  roleComparisons,
  statusComparisons,
  structureInCode,
  unexcused,
  unrecorded,
  unsafeCode,
  withoutActor,
} from './architecture/exceptions';
import * as code from './architecture/forbidden-code';
import * as direction from './architecture/import-direction';
import * as packages from './architecture/packages';
import * as actions from './architecture/server-actions';
import { loadSources, type Rule, type Samples } from './architecture/source';
import * as structure from './architecture/structure-literals';
import { structureWords } from './architecture/structure-words';
import * as transactions from './architecture/transactions';

const project = loadSources(fileURLToPath(new URL('..', import.meta.url)));

/** DESIGN 4, 5 and 8, proved: each rule holds in the code, and catches what it is there to catch. */
const rules: [what: string, rule: Rule, samples: Samples, exceptions?: Exception[]][] = [
  ['every server action is made by action()', actions.actionsAreMade, actions.samples],
  ['every read and write takes an actor first', actors.actorComesFirst, actors.samples, withoutActor],
  ['only reads and writes know the database', database.databaseStaysInside, database.databaseSamples],
  ['pages and components know neither zod nor the server', database.doorsStayThin, database.doorSamples],
  ['a transaction begins with a lock', transactions.transactionsAreTaken, transactions.takenSamples],
  [
    'every write is locked and recorded',
    transactions.writesAreRecorded,
    transactions.recordedSamples,
    unrecorded,
  ],
  ['imports go one way', direction.importsGoOneWay, direction.oneWaySamples],
  ['the core knows none of the rooms around it', direction.coreStandsAlone, direction.coreSamples],
  ['the rules of the plan are pure', direction.rulesArePure, direction.pureSamples],
  ['the browser loads nothing of the server', client.clientCodeIsLight, client.lightSamples],
  [
    'a status is compared in the workflow only',
    comparisons.statusIsAskedInWorkflow,
    comparisons.statusSamples,
    statusComparisons,
  ],
  [
    'a role is compared in the policy only',
    comparisons.rolesAreAskedInPolicy,
    comparisons.roleSamples,
    roleComparisons,
  ],
  ['structure is data', structure.structureIsData, structure.samples, structureInCode],
  ['nothing unsafe', code.nothingUnsafe, code.unsafeSamples, unsafeCode],
  ['files are named after what they hold', code.namesSayWhat, code.nameSamples],
  ['colours are tokens', code.coloursAreTokens, code.colourSamples],
  ['packages are sound', packages.packagesAreSound, packages.samples],
];

describe.each(rules)('%s', (_, rule, samples, exceptions = []) => {
  test('in the code', () => {
    expect(unexcused(rule(project), exceptions)).toEqual([]);
  });

  test.each(samples.caught)('catches $what', ({ files, at }) => {
    expect(placesOf(rule, files)).toEqual([at]);
  });

  test('lets pass what is fine', () => {
    expect(placesOf(rule, samples.fine)).toEqual([]);
  });
});

describe('client components are few and known', () => {
  test('in the code', () => {
    expect(unexcused(client.clientFilesAre(clientFiles)(project), [])).toEqual([]);
  });

  test.each(client.listSamples.caught)('catches $what', ({ files, at }) => {
    expect(placesOf(client.clientFilesAre(['app/listed.tsx']), files)).toEqual([at]);
  });

  test('lets pass what is fine', () => {
    expect(placesOf(client.clientFilesAre(['app/listed.tsx']), client.listSamples.fine)).toEqual([]);
  });
});

// A rule about a file that was moved would find nothing and prove nothing.
test.each([
  'app/styles/tokens.css',
  'lib/access/action.ts',
  'lib/access/actions.ts',
  'lib/access/policy.ts',
  'lib/people/write/found-region.ts',
  'lib/people/write/take-region.ts',
  'lib/plan/log/append.ts',
  'lib/plan/workflow.ts',
  'lib/plan/write/take-plan.ts',
  'prisma/seed/dimension-set.ts',
])('%s is where the rules expect it', path => {
  expect(project.has(path)).toBe(true);
});

test('the words of the structure are found in the data', () => {
  const { codes, names } = structureWords(project);
  expect(codes.length).toBeGreaterThan(50);
  expect(names.length).toBeGreaterThan(50);
});

test('an exception that is no longer needed is found', () => {
  const exception = { file: 'lib/a.ts', subjects: ['gone'], reason: 'once' };
  expect(unexcused([], [exception])).toEqual(['lib/a.ts: the exception for “gone” is no longer needed']);
  const violation = { file: 'lib/a.ts', line: 1, subject: 'gone', says: 'breaks a rule' };
  expect(unexcused([violation], [exception])).toEqual([]);
  expect(unexcused([{ ...violation, file: 'lib/b.ts' }], [])).toEqual(['lib/b.ts:1 breaks a rule']);
});

function placesOf(rule: Rule, files: Record<string, string>): string[] {
  return rule(new Map(Object.entries(files))).map(({ file, line }) => `${file}:${line}`);
}
