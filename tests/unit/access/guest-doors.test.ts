import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadSources } from '../../architecture/source';

// A page, route or action is shut to guests unless it says otherwise; opening one is a decision, and stands here.
const doors: Record<string, number> = {
  'app/(rembug)/[jenis]/[id]/page.tsx': 1,
  'app/(rembug)/akun/page.tsx': 1,
  'app/(rembug)/kabar/page.tsx': 1,
  'app/(rembug)/lainnya/page.tsx': 1,
  'app/(rembug)/layout.tsx': 1,
  'app/(rembug)/pekerjaan/page.tsx': 1,
  'app/(rembug)/rencana/[berkas]/route.ts': 1,
  'app/(rembug)/rencana/dimensi/[kode]/page.tsx': 1,
  'app/(rembug)/rencana/page.tsx': 1,
  'app/(rembug)/rencana/pohon/page.tsx': 1,
  'app/(rembug)/rencana/tabel/route.ts': 1,
  'app/(rembug)/unduhan/[id]/route.ts': 1,
  'app/(rembug)/unduhan/page.tsx': 1,
  'app/(rembug)/usulan/[id]/page.tsx': 2,
  'app/(rembug)/usulan/baru/page.tsx': 1,
  'app/(rembug)/usulan/page.tsx': 1,
  'app/api/aliran/route.ts': 1,
  'app/api/versi/route.ts': 1,
  'app/bantuan/page.tsx': 1,
  'app/gabung/tamu/page.tsx': 1,
  // Own password, own sessions.
  'lib/people/actions.ts': 2,
  // What has been read.
  'lib/plan/actions.ts': 1,
  // To suggest, and to take that back.
  'lib/suggestions/actions.ts': 2,
};

it('opens to guests exactly the doors that are listed', () => {
  const sources = loadSources(fileURLToPath(new URL('../../..', import.meta.url)));
  const found = [...sources].flatMap(([path, text]): [string, number][] => {
    const count = text.split('isOpenToGuests: true').length - 1;
    return count > 0 && /^(app|components|lib)\//.test(path) ? [[path, count]] : [];
  });
  expect(Object.fromEntries(found)).toEqual(doors);
});

it('lets in before the secretariat has decided only where it is said', () => {
  const sources = loadSources(fileURLToPath(new URL('../../..', import.meta.url)));
  const found = [...sources].filter(
    ([path, text]) => !path.startsWith('tests/') && text.includes('mayWait: true'),
  );
  expect(found.map(([path]) => path)).toEqual(['app/gabung/tamu/page.tsx']);
});
