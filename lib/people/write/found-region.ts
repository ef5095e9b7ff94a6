import 'server-only';
import { randomUUID } from 'node:crypto';
import { hashPassword } from '@/lib/access/password';
import { database, type Transaction } from '@/lib/database/client';
import { type Author, append, type Entry } from '@/lib/plan/log/append';
import { difference, type PathValues, type Scalar } from '@/lib/plan/paths';
import { newPassword } from '../one-use-password';
import { type RegionFile, regionId } from '../region-file';
import { type RegionRows, regionRows } from '../region-rows';

/** What the founding of a region tells: each account with its one-use password. */
export type Founded = { regionId: string; passwords: { username: string; password: string }[] };

/**
 * Makes a region from its file: departments, people, the first plan with dimensions and stages,
 * each with its event. Throws when a region with this code is there already.
 * @param demo one password for all accounts, exempt from the password rules; demo data only
 */
export async function foundRegion(file: RegionFile, demo?: { password: string }): Promise<Founded> {
  const id = regionId(file.region.code);
  const passwords = file.accounts.map(({ username }) => ({
    username,
    password: demo?.password ?? newPassword(),
  }));
  const hashes = demo
    ? Array<string>(passwords.length).fill(await hashPassword(demo.password))
    : await Promise.all(passwords.map(({ password }) => hashPassword(password)));
  const rows = regionRows(file, demo !== undefined);
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
}

async function recordRows(tx: Transaction, author: Author, rows: RegionRows): Promise<void> {
  const { region, plan, decrees, departments, users, memberships, dimensions, subdimensions, stages } = rows;
  const start = { revision: 0, headHash: '' };
  await append(tx, author, { kind: 'region', id: author.regionId, ...start }, [
    founding('region', { id: author.regionId, ...region }),
    ...decrees.map(row => founding('decree', row)),
    ...departments.map(row => founding('department', row)),
    ...users.map(row => founding('user', row)),
    ...memberships.map(row => founding('membership', row)),
  ]);
  await append(tx, author, { kind: 'plan', id: plan.id, ...start }, [
    founding('plan', plan),
    ...dimensions.map(row => founding('dimension', row)),
    ...subdimensions.map(row => founding('subdimension', row)),
    ...stages.map(row => founding('stage', row)),
  ]);
}

type Row = { id: string } & Record<string, string | number | boolean | number[] | Date | null>;

function founding(type: string, { id, ...row }: Row): Entry {
  const values: PathValues = Object.fromEntries(
    Object.entries(row).map(([name, value]): [string, Scalar] => [name, scalar(name, value)]),
  );
  return {
    subject: { type, id },
    action: 'create',
    mutationId: randomUUID(),
    changes: difference({}, values),
  };
}

const calendarDays = ['date', 'validFrom', 'validTo'];

function scalar(name: string, value: Row[string]): Scalar {
  if (value instanceof Date)
    return calendarDays.includes(name) ? value.toISOString().slice(0, 10) : value.toISOString();
  return Array.isArray(value) ? value.map(String) : (value ?? null);
}
