import { z } from 'zod';
import { plainText } from '@/lib/access/schema';

const person = { orang: plainText(100) };

/** What the buttons of practice ask for; `orang` is whom the page was drawn for. */
export const practiceForm = z.discriminatedUnion('langkah', [
  z.strictObject({ langkah: z.literal('masuk'), ...person }),
  z.strictObject({ langkah: z.literal('keluar'), ...person }),
  z.strictObject({
    ...{ langkah: z.literal('peran'), ...person },
    peran: z.enum(['drafter', 'reviewer']),
    ke: plainText(300).optional(),
  }),
  z.strictObject({ langkah: z.literal('ulang'), ...person }),
  z.strictObject({ langkah: z.literal('ulang-semua'), ...person }),
]);
export type PracticeForm = z.infer<typeof practiceForm>;
