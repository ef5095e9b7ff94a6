import ts from 'typescript';
import { type Exported, exportsOf } from './exports';
import { originOf } from './imports';
import {
  codeFiles,
  directivesIn,
  hasDirective,
  type Samples,
  type Sources,
  type Violation,
  violationAt,
} from './source';

const maker = 'lib/access/action.ts';
// Nobody is signed in yet when these are called, or need be.
const openActions = [
  'lib/access/actions.ts signIn',
  'lib/access/actions.ts signOut',
  'lib/hall/actions.ts openScreenAction',
  'lib/people/guests/actions.ts joinAsGuestAction',
];

/** Every server action is an export of an actions.ts and made by `action()`; `openAction()` is for the listed few. */
export function actionsAreMade(sources: Sources): Violation[] {
  return codeFiles(sources, /^(app|components|lib|prisma)\//).flatMap(file => [
    ...misplaced(file),
    ...(hasDirective(file, 'use server') ? notMade(sources, file) : []),
  ]);
}

function misplaced(file: ts.SourceFile): Violation[] {
  const isActions = /(^|\/)actions\.ts$/.test(file.fileName);
  const directives = directivesIn(file, 'use server');
  if (isActions && !hasDirective(file, 'use server')) {
    return [violationAt(file, 'actions.ts', "an actions.ts begins with 'use server'")];
  }
  return directives.flatMap(node => {
    if (node.parent !== file) {
      return violationAt(
        node,
        'use server',
        "no function is 'use server' by itself; put it in an actions.ts",
      );
    }
    return isActions ? [] : violationAt(node, 'use server', "only a file named actions.ts is 'use server'");
  });
}

function notMade(sources: Sources, file: ts.SourceFile): Violation[] {
  return exportsOf(file)
    .filter(exported => {
      const made = makerOf(sources, file, exported);
      const isOpen = openActions.includes(`${file.fileName} ${exported.name}`);
      return made !== 'action' && !(made === 'openAction' && isOpen);
    })
    .map(({ node, name }) =>
      violationAt(
        node,
        name,
        `${name} must be "export const ${name} = action(…)"; openAction only where it is listed`,
      ),
    );
}

function makerOf(sources: Sources, file: ts.SourceFile, { node }: Exported): string | null {
  if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isCallExpression(node.initializer))
    return null;
  const { expression } = node.initializer;
  const origin = ts.isIdentifier(expression) ? originOf(sources, file.fileName, expression.text) : null;
  return origin?.target === maker ? origin.name : null;
}

const made = { [maker]: 'export function action() {}\nexport function openAction() {}' };
const top = "'use server';\nimport { action, openAction } from '@/lib/access/action';\n";

export const samples: Samples = {
  caught: [
    {
      what: 'a bare function',
      at: 'lib/plan/actions.ts:3',
      files: { ...made, 'lib/plan/actions.ts': `${top}export async function save() {}` },
    },
    {
      what: 'an open action that is not listed',
      at: 'lib/plan/actions.ts:3',
      files: { ...made, 'lib/plan/actions.ts': `${top}export const save = openAction(form, run);` },
    },
    {
      what: 'an action() of its own',
      at: 'lib/plan/actions.ts:3',
      files: {
        'lib/plan/actions.ts': "'use server';\nfunction action() {}\nexport const save = action(form, run);",
      },
    },
    {
      what: 'an action passed on from elsewhere',
      at: 'lib/plan/actions.ts:3',
      files: { ...made, 'lib/plan/actions.ts': `${top}export { save } from './write/save';` },
    },
    {
      what: 'a function in a page',
      at: 'app/page.tsx:2',
      files: {
        'app/page.tsx': "export default function Page() { async function save() {\n'use server'; } }",
      },
    },
    {
      what: 'actions under another name',
      at: 'lib/plan/save.ts:1',
      files: { ...made, 'lib/plan/save.ts': `${top}export const save = action(form, run);` },
    },
    {
      what: 'an actions.ts that is none',
      at: 'lib/plan/actions.ts:1',
      files: { 'lib/plan/actions.ts': 'export const save = 1;' },
    },
  ],
  fine: {
    ...made,
    'lib/plan/actions.ts': `${top}export type A = string;\nexport const save = action(form, async () => {});`,
    'lib/access/actions.ts':
      "'use server';\nimport { openAction } from './action';\nexport const signIn = openAction(a, b);",
    'app/page.tsx': "export const says = 'use server';",
  },
};
