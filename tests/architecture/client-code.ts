import { importsOf, isPackage, reachedFrom } from './imports';
import {
  codeFiles,
  hasDirective,
  parse,
  type Samples,
  type Sources,
  type Violation,
  violationAt,
} from './source';

const serverPackages = ['server-only', 'zod', 'pg', '@prisma/client', 'next/headers', 'next/cache'];

/** What a browser loads holds nothing of the server, and not zod. A 'use server' file is only a door to it. */
export function clientCodeIsLight(sources: Sources): Violation[] {
  const isDoor = (path: string) => hasDirective(parse(sources, path), 'use server');
  return clientFiles(sources).flatMap(file => {
    const ways = reachedFrom(sources, file.fileName, isDoor);
    return [...ways].flatMap(([path, way]) =>
      importsOf(sources, path)
        .filter(({ specifier, isType }) => !isType && isForServer(specifier))
        .map(({ specifier }) =>
          violationAt(
            file,
            specifier,
            `the browser would load ${specifier}: ${[...way, specifier].join(' → ')}`,
          ),
        ),
    );
  });
}

function isForServer(specifier: string): boolean {
  return specifier.startsWith('node:') || serverPackages.some(name => isPackage(specifier, name));
}

/** Exactly these files are 'use client': adding one is a decision. */
export function clientFilesAre(list: readonly string[]) {
  return (sources: Sources): Violation[] => {
    const files = clientFiles(sources);
    const added = files
      .filter(({ fileName }) => !list.includes(fileName))
      .map(file => violationAt(file, 'use client', "is 'use client' without being listed"));
    const gone = list
      .filter(path => !files.some(({ fileName }) => fileName === path))
      .map(file => ({ file, line: 1, subject: 'use client', says: "is listed, but no longer 'use client'" }));
    return [...added, ...gone];
  };
}

function clientFiles(sources: Sources) {
  return codeFiles(sources, /^(app|components|lib)\//).filter(file => hasDirective(file, 'use client'));
}

const path = 'components/item/editor.tsx';

export const lightSamples: Samples = {
  caught: [
    {
      what: 'a server module behind a shared one',
      at: `${path}:1`,
      files: {
        [path]: "'use client';\nimport { a } from './shared';",
        'components/item/shared.ts': "export { a } from '@/lib/plan/read/item';",
        'lib/plan/read/item.ts': "import 'server-only';\nexport const a = 1;",
      },
    },
    {
      what: 'zod in a schema',
      at: `${path}:1`,
      files: {
        [path]: "'use client';\nimport { change } from '@/lib/plan/schema';",
        'lib/plan/schema.ts': "import { z } from 'zod';",
      },
    },
  ],
  fine: {
    [path]:
      "'use client';\nimport { save } from '@/lib/plan/actions';\nimport { type A } from '@/lib/plan/schema';\nimport type { B } from '@/lib/plan/read/item';",
    'lib/plan/actions.ts': "'use server';\nimport 'server-only';\nimport { change } from './schema';",
    'lib/plan/schema.ts': "import { z } from 'zod';",
    'lib/plan/read/item.ts': "import 'server-only';",
  },
};

export const listSamples: Samples = {
  caught: [
    {
      what: 'a new one',
      at: 'app/new.tsx:1',
      files: { 'app/new.tsx': "'use client';", 'app/listed.tsx': "'use client';" },
    },
    { what: 'one that is gone', at: 'app/listed.tsx:1', files: { 'app/listed.tsx': 'export const a = 1;' } },
  ],
  fine: { 'app/listed.tsx': "'use client';", 'app/page.tsx': 'export const a = 1;' },
};
