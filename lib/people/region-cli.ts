import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { withDatabase } from '@/lib/database/with-database';
import { Quit } from '@/lib/server/quit';
import { regionFile } from './region-file';
import { foundRegion } from './write/found-region';

z.config(z.locales.id());

/** `npm run region -- berkas.json`: makes a region and prints the one-use passwords of its accounts. */
await withDatabase(async () => {
  const path = process.argv[2];
  if (!path) throw new Quit('Sebutkan berkasnya: npm run region -- berkas.json');
  const parsed = regionFile.safeParse(readJson(path));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path: place, message }) => `- ${place.join('.') || 'berkas'}: ${message}`,
    );
    throw new Quit(`Berkas ${path} belum benar:\n${problems.join('\n')}`);
  }
  const founded = await foundRegion(parsed.data).catch((error: unknown) => {
    throw error instanceof Error && error.message.includes('sudah ada') ? new Quit(error.message) : error;
  });
  process.stdout.write(`${parsed.data.region.name} sudah dibuat. Kata sandi sekali pakai:\n`);
  for (const { username, password } of founded.passwords) process.stdout.write(`${username}\t${password}\n`);
});

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'bukan JSON yang benar' : 'tidak dapat dibaca';
    throw new Quit(`Berkas ${path} ${reason}.`);
  }
}
