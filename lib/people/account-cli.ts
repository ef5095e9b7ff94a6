import { database } from '@/lib/database/client';
import { withDatabase } from '@/lib/database/with-database';
import { Quit } from '@/lib/server/quit';
import { resetPassword, setDisabled } from './write/passwords';

const usage = 'Tulis: npm run account -- reset|disable|enable <kode daerah, misalnya 33-03> <nama pengguna>';

/** `npm run account -- reset 33-03 dinkes`: a new one-use password, or an account shut or opened, from the terminal. */
await withDatabase(async () => {
  const [deed, regionId, username] = process.argv.slice(2);
  if (!deed || !regionId || !username || !['reset', 'disable', 'enable'].includes(deed))
    throw new Quit(usage);
  const user = await database(regionId).user.findUnique({
    where: { regionId_username: { regionId, username } },
    select: { id: true },
  });
  if (!user) throw new Quit(`Tidak ada akun ${username} di ${regionId}.`);
  const author = { regionId, userId: 'system', name: 'Pengelola server' };
  if (deed === 'reset') {
    process.stdout.write(`${username}\t${await resetPassword(author, user.id)}\n`);
  } else {
    await setDisabled(author, user.id, deed === 'disable');
    process.stdout.write(`${username} ${deed === 'disable' ? 'dinonaktifkan' : 'diaktifkan'}.\n`);
  }
});
