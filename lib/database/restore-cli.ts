import { Quit } from '../server/quit';
import { restore } from './backup/restore';
import { withDatabase } from './with-database';

/** `npm run restore -- berkas`: puts a backup into an empty database. */
await withDatabase(async () => {
  const path = process.argv[2];
  if (!path) throw new Quit('Sebutkan nama berkasnya, misalnya cadangan.gz.');
  const { rows, tables, madeAt } = await restore(process.env.DATABASE_URL ?? '', path);
  process.stdout.write(`Cadangan dari ${madeAt} dipulihkan: ${tables.length} tabel, ${rows} baris.\n`);
  process.stdout.write('Periksa rantainya dengan npm run audit:verify, lalu jalankan npm start.\n');
});
