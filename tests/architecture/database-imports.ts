import { importsOf, isPackage } from './imports';
import { codeFiles, type Samples, type Sources, type Violation, violationAt } from './source';

const places = [
  /^lib\/(.+\/)?(read|write)(\.ts|\/)/,
  /^lib\/(database|server)\//,
  /^lib\/access\/(session|screen|known|throttle)\.ts$/,
  /^lib\/.*-cli\.ts$/,
  /^prisma\/seed\//,
];
const generated = 'lib/database/generated/';
// Locked streams are written through the caller's transaction; only its type is needed.
const typesOnly = ['lib/plan/log/append.ts'];
const drivers = ['pg', 'prisma', '@prisma/client', '@prisma/adapter-pg'];

/** The database is asked only in reads, writes and the few files around it; what is drawn never knows of it. */
export function databaseStaysInside(sources: Sources): Violation[] {
  return codeFiles(sources, /^(app|components|lib|prisma)\//).flatMap(({ fileName }) =>
    importsOf(sources, fileName)
      .filter(({ specifier, target, isType }) => {
        const isDriver = drivers.some(name => isPackage(specifier, name));
        if (!isDriver && !target?.startsWith('lib/database/')) return false;
        if (places.some(place => place.test(fileName))) return false;
        const isGeneratedType = target?.startsWith(generated) && fileName.startsWith('lib/');
        return !(isType && (isGeneratedType || typesOnly.includes(fileName)));
      })
      .map(({ node, specifier }) =>
        violationAt(node, specifier, `${specifier} may be imported only by reads, writes and lib/database`),
      ),
  );
}

/** Pages and components know nothing of the program around them, nor of zod. */
export function doorsStayThin(sources: Sources): Violation[] {
  return codeFiles(sources, /^(app|components)\//).flatMap(({ fileName }) =>
    importsOf(sources, fileName)
      .filter(({ specifier, target }) => {
        const isHealth = fileName.startsWith('app/api/health/') && target === 'lib/server/health.ts';
        return isPackage(specifier, 'zod') || (target?.startsWith('lib/server/') && !isHealth);
      })
      .map(({ node, specifier }) =>
        violationAt(node, specifier, `${specifier} does not belong in app or components`),
      ),
  );
}

export const databaseSamples: Samples = {
  caught: [
    {
      what: 'the database in a page',
      at: 'app/page.tsx:1',
      files: { 'app/page.tsx': "import { database } from '@/lib/database/client';" },
    },
    {
      what: 'its types in a component',
      at: 'components/item/a.tsx:1',
      files: { 'components/item/a.tsx': "import type { Item } from '@/lib/database/generated/client';" },
    },
    {
      what: 'the generated client in the policy',
      at: 'lib/access/policy.ts:1',
      files: { 'lib/access/policy.ts': "import { Prisma } from '@/lib/database/generated/client';" },
    },
    {
      what: 'the database while appending to the log',
      at: 'lib/plan/log/append.ts:1',
      files: { 'lib/plan/log/append.ts': "import { database } from '../../database/client';" },
    },
    {
      what: 'a dynamic import',
      at: 'lib/live/hub.ts:1',
      files: { 'lib/live/hub.ts': "const { database } = await import('@/lib/database/client');" },
    },
    {
      what: 'the driver itself',
      at: 'lib/live/hub.ts:1',
      files: { 'lib/live/hub.ts': "import { Client } from 'pg';" },
    },
  ],
  fine: {
    'lib/plan/read/item.ts': "import { database } from '@/lib/database/client';",
    'lib/people/write.ts': "import { database } from '@/lib/database/client';",
    'lib/access/policy.ts': "import type { Prisma } from '@/lib/database/generated/client';",
    'lib/plan/log/append.ts': "import type { Transaction } from '@/lib/database/client';",
    'lib/server/health.ts': "import { Client } from 'pg';",
  },
};

export const doorSamples: Samples = {
  caught: [
    {
      what: 'zod in a component',
      at: 'components/item/a.tsx:1',
      files: { 'components/item/a.tsx': "import { z } from 'zod';" },
    },
    {
      what: 'the log in a page',
      at: 'app/page.tsx:1',
      files: { 'app/page.tsx': "import { log } from '@/lib/server/log';", 'lib/server/log.ts': '' },
    },
  ],
  fine: {
    'app/api/health/route.ts': "import { checkHealth } from '@/lib/server/health';",
    'lib/server/health.ts': '',
    'lib/plan/schema.ts': "import { z } from 'zod';",
  },
};
