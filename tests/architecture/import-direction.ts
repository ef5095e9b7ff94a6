import { type Import, importsOf, isPackage } from './imports';
import { codeFiles, type Samples, type Sources, type Violation, violationAt } from './source';

const roomOf = (path: string) => path.split('/')[0] ?? '';
const forbidden: Record<string, string[]> = {
  app: ['tests'],
  components: ['app', 'tests'],
  lib: ['app', 'components', 'tests'],
  prisma: ['app', 'components', 'tests'],
  tests: ['app'],
};

/** Imports go one way: app → components → lib; nothing imports app, and nothing in production the tests. */
export function importsGoOneWay(sources: Sources): Violation[] {
  return crossing(sources, /./, (path, { target }) => {
    const isBack = target !== null && forbidden[roomOf(path)]?.includes(roomOf(target));
    return isBack ? `${roomOf(path)} must not import from ${roomOf(target)}` : null;
  });
}

// The core asks who may do what, and stores; everything else in lib is built around it.
const coreMayKnow =
  /^lib\/(plan|database)\/|^lib\/access\/(policy|schema|tenure)\.ts$|^lib\/server\/(log|quit)\.ts$/;

/** The core of the plan knows none of the rooms around it. */
export function coreStandsAlone(sources: Sources): Violation[] {
  return crossing(sources, /^lib\/plan\//, (path, { target }) => {
    const isAction = path === 'lib/plan/actions.ts' && target === 'lib/access/action.ts';
    const isForeign = target?.startsWith('lib/') && !coreMayKnow.test(target) && !isAction;
    return isForeign ? `lib/plan must not know of ${target}` : null;
  });
}

const pure =
  /^lib\/plan\/((kinds|checks)\/.+|(workflow|merge|numbers|paths|tree|outcome|course|plain-words|tree-picture|dimension-summary)\.ts|log\/(fold|body|story|trail)\.ts)$/;
const impure = [
  'react',
  'react-dom',
  'next',
  'next-auth',
  'prisma',
  '@prisma/client',
  'pg',
  'server-only',
  'zod',
];

/** The rules of the plan run anywhere: no React, Next, Prisma or database, and nothing but each other. */
export function rulesArePure(sources: Sources): Violation[] {
  return crossing(sources, pure, (_, { specifier, target }) => {
    const isImpure = target === null ? impure.some(name => isPackage(specifier, name)) : !pure.test(target);
    return isImpure ? `${specifier} is not pure, but this file must be` : null;
  });
}

function crossing(
  sources: Sources,
  where: RegExp,
  judge: (path: string, imported: Import) => string | null,
): Violation[] {
  return codeFiles(sources, where).flatMap(({ fileName }) =>
    importsOf(sources, fileName).flatMap(imported => {
      const says = judge(fileName, imported);
      return says ? violationAt(imported.node, imported.specifier, says) : [];
    }),
  );
}

const offence = (file: string, specifier: string) => ({
  what: `${file} importing ${specifier}`,
  at: `${file}:1`,
  files: { [file]: `import { a } from '${specifier}';` },
});

export const oneWaySamples: Samples = {
  caught: [
    offence('lib/plan/a.ts', '@/components/ui/button'),
    offence('lib/plan/a.ts', '../../app/layout'),
    offence('components/ui/a.tsx', '@/app/layout'),
    offence('app/page.tsx', '@/tests/support/world'),
    offence('prisma/seed/a.ts', '@/tests/support/world'),
    offence('tests/unit/a.test.ts', '@/app/page'),
    {
      what: 'a type on the way back',
      at: 'lib/plan/a.ts:1',
      files: { 'lib/plan/a.ts': "export type { A } from '@/components/ui/button';" },
    },
  ],
  fine: {
    'app/(rembug)/page.tsx': "import { a } from '@/app/shell';\nimport { b } from '@/components/ui/button';",
    'components/ui/a.tsx': "import { a } from '@/lib/plan/tree';",
    'lib/server/prepare.ts': "await import('@/prisma/seed/demo');",
    'tests/unit/a.test.ts': "import { a } from '@/components/ui/button';",
  },
};

export const coreSamples: Samples = {
  caught: [
    offence('lib/plan/write/a.ts', '@/lib/people/read/account'),
    offence('lib/plan/read/a.ts', '@/lib/access/session'),
    offence('lib/plan/read/a.ts', '../../live/hub'),
  ],
  fine: {
    'lib/plan/actions.ts': "import { action } from '@/lib/access/action';",
    'lib/access/action.ts': '',
    'lib/access/policy.ts': '',
    'lib/plan/read/a.ts':
      "import { can } from '@/lib/access/policy';\nimport { b } from '@/lib/database/client';",
    'lib/people/write/a.ts': "import { difference } from '@/lib/plan/paths';",
  },
};

export const pureSamples: Samples = {
  caught: [
    offence('lib/plan/kinds/goal.ts', 'react'),
    offence('lib/plan/workflow.ts', 'next/cache'),
    offence('lib/plan/checks/all.ts', '@/lib/database/client'),
    offence('lib/plan/log/fold.ts', '../read/item-rows'),
  ],
  fine: {
    'lib/plan/log/body.ts': "import { createHash } from 'node:crypto';\nimport type { A } from '../paths';",
    'lib/plan/paths.ts': '',
    'lib/plan/read/item.ts': "import 'server-only';",
  },
};
