import { z } from 'zod';

/** Text that PostgreSQL can keep: without NUL and without half characters. */
export const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .refine(
      text => !text.includes('\u0000') && text.isWellFormed(),
      'Teks berisi huruf yang tidak dapat disimpan.',
    );

export const signInForm = z.strictObject({
  regionId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  username: plainText(100),
  password: plainText(500),
  next: plainText(500).optional(),
});

export const nothing = z.strictObject({});
