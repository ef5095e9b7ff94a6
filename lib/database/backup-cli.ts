import { Quit } from '../server/quit';
import { backUp } from './backup/backup';
import { withDatabase } from './with-database';

/** `npm run backup -- berkas`: everything that lasts, as it stands at one moment, in one file. */
await withDatabase(
  async () => {
    const path = process.argv[2];
    if (!path) throw new Quit('Sebutkan nama berkasnya, misalnya cadangan.gz.');
    const { rows, tables, heads } = await backUp(process.env.DATABASE_URL ?? '', path);
    process.stdout.write(`Cadangan ${path} selesai: ${tables.length} tabel, ${rows} baris. Ujung rantai:\n`);
    for (const { regionId, stream, revision, hash } of heads)
      process.stdout.write(`${regionId} ${stream}: ${revision} catatan, ujung ${hash}\n`);
  },
  { isAsItStands: true },
);
