import 'server-only';
import { hashPassword } from '@/lib/access/password';
import { practiceRegionId } from '@/lib/access/practice';
import { database, type Transaction } from '@/lib/database/client';
import { type Author, append } from '@/lib/plan/log/append';
import { hashPasswords } from '../hash-passwords';
import { madeEntry } from '../logged';
import { newPassword } from '../one-use-password';
import { type RegionFile, regionId } from '../region-file';
import { type RegionRows, regionRows } from '../region-rows';

/** What the founding of a region tells: each account with its one-use password. */
export type Founded = { regionId: string; passwords: { username: string; password: string }[] };

/**
 * Makes a region from its file: departments, people, the first plan with dimensions and stages,
 * each with its event. Throws when a region with this code is there already.
 * @param demo one password for all accounts, exempt from the password rules; demo data only
 * @param practiceOfId the region whose people are to practise there
 */
export async function foundRegion(
  file: RegionFile,
  demo?: { password: string },
  practiceOfId: string | null = null,
): Promise<Founded> {
  const id = practiceOfId ? practiceRegionId(practiceOfId) : regionId(file.region.code);
  const passwords = file.accounts.map(({ username }) => ({
    username,
    password: demo?.password ?? newPassword(),
  }));
  const hashes = demo
    ? Array<string>(passwords.length).fill(await hashPassword(demo.password))
    : await hashPasswords(passwords.map(({ password }) => password));
  const rows = regionRows(file, demo !== undefined, practiceOfId);
  const author: Author = { regionId: id, userId: 'system', name: 'Rembug' };
  await database(id).$transaction(
    async tx => {
      if (await tx.region.findUnique({ where: { id }, select: { id: true } })) {
        throw new Error(`Kabupaten/kota dengan kode ${file.region.code} sudah ada.`);
      }
      await insertRows(tx, id, rows, hashes);
      await recordRows(tx, author, rows);
    },
    { timeout: 60_000 },
  );
  return { regionId: id, passwords };
}

async function insertRows(
  tx: Transaction,
  regionId: string,
  rows: RegionRows,
  hashes: string[],
): Promise<void> {
  const here = <Row extends object>(list: Row[]) => list.map(row => ({ regionId, ...row }));
  const users = rows.users.map((user, index) => ({ ...user, passwordHash: hashes[index] ?? '' }));
  await tx.region.create({ data: { id: regionId, ...rows.region } });
  await tx.decree.createMany({ data: here(rows.decrees) });
  await tx.department.createMany({ data: here(rows.departments) });
  await tx.user.createMany({ data: here(users) });
  await tx.plan.create({ data: { regionId, ...rows.plan } });
  await tx.dimension.createMany({ data: here(rows.dimensions) });
  await tx.subdimension.createMany({ data: here(rows.subdimensions) });
  await tx.stage.createMany({ data: here(rows.stages) });
  await tx.membership.createMany({ data: here(rows.memberships) });
  await tx.succession.createMany({ data: here(rows.successions) });
}

async function recordRows(tx: Transaction, author: Author, rows: RegionRows): Promise<void> {
  const { region, plan, decrees, departments, users, memberships, dimensions, subdimensions, stages } = rows;
  const start = { revision: 0, headHash: '' };
  await append(tx, author, { kind: 'region', id: author.regionId, ...start }, [
    madeEntry('region', { id: author.regionId, ...region }),
    ...decrees.map(row => madeEntry('decree', row)),
    ...departments.map(row => madeEntry('department', row)),
    ...users.map(row => madeEntry('user', row)),
    ...memberships.map(row => madeEntry('membership', row)),
  ]);
  await append(tx, author, { kind: 'plan', id: plan.id, ...start }, [
    madeEntry('plan', plan),
    ...dimensions.map(row => madeEntry('dimension', row)),
    ...subdimensions.map(row => madeEntry('subdimension', row)),
    ...stages.map(row => madeEntry('stage', row)),
  ]);
}
