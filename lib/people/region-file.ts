import { z } from 'zod';
import { actsForDepartment, actsForDimension, managingRole } from '@/lib/access/policy';
import { plainText } from '@/lib/access/schema';
import { codePattern, usernamePattern } from './names';

const code = z.string().regex(codePattern, 'kode: huruf, angka, titik, garis; paling banyak 31');
const name = plainText(200).min(1);
const date = z.iso.date();

const role = z.strictObject({
  role: z.enum([
    'secretariat',
    'head',
    'operator',
    'coordinator',
    'secondApprover',
    'council',
    'adviser',
    'regent',
  ]),
  department: code.optional(),
  dimension: code.optional(),
  tenure: z.enum(['definitive', 'plt', 'plh']).default('definitive'),
  from: date.optional(),
  to: date.optional(),
  decree: plainText(120).optional(),
});

const account = z.strictObject({
  username: z.string().regex(usernamePattern, 'nama pengguna: huruf kecil, angka, titik, garis'),
  name,
  position: plainText(200).optional(),
  roles: z.array(role).min(1),
});

const dimension = z.strictObject({
  code,
  name,
  colour: z.string().regex(/^#[0-9a-f]{6}$/i, 'warna: #rrggbb'),
  icon: z.enum(['landmark', 'megaphone', 'coins', 'heart-pulse', 'users', 'leaf', 'tree']),
  coordinator: code.optional(),
  decree: plainText(120).optional(),
  subdimensions: z.array(z.strictObject({ code, name })).default([]),
});

const succession = z.strictObject({
  name,
  /** Where it is known from. */
  source: plainText(500).min(1),
  /** Departments that begin, each with those that it takes the place of. */
  successors: z.array(z.strictObject({ code, name, kind: name, of: z.array(code).min(1) })).min(1),
});

/** A region as a file: what `npm run region -- file.json` reads (documented in the README). */
export const regionFile = z
  .strictObject({
    region: z.strictObject({
      code,
      name,
      province: name,
      headTitle: name,
      contact: plainText(200).min(1),
      vision: plainText(500).optional(),
    }),
    decrees: z
      .array(
        z.strictObject({
          kind: name,
          number: name,
          date: date.optional(),
          subject: plainText(500).optional(),
        }),
      )
      .default([]),
    departments: z
      .array(z.strictObject({ code, name, kind: name, validFrom: date.optional(), validTo: date.optional() }))
      .min(1),
    plan: z
      .strictObject({
        name,
        baselineYear: z.int().min(1990).max(2100),
        years: z.array(z.int().min(1990).max(2100)).min(1).max(15),
        draftsVisible: z.boolean().default(false),
        selfReview: z.boolean().default(false),
      })
      .refine(
        ({ baselineYear, years }) => years.every((year, index) => year > (years[index - 1] ?? baselineYear)),
        'tahun target harus menaik dan sesudah tahun kondisi awal',
      ),
    dimensions: z.array(dimension).min(1),
    stages: z
      .array(z.strictObject({ name, deadline: z.iso.datetime({ offset: true }).optional() }))
      .default([]),
    accounts: z.array(account).min(1),
    /** What is known of departments to come: offered to the secretariat, and changes nothing. */
    successions: z.array(succession).default([]),
  })
  .superRefine((file, context) => {
    const departments = new Set(file.departments.map(department => department.code));
    const dimensions = new Set(file.dimensions.map(({ code }) => code));
    const decrees = new Set(file.decrees.map(({ number }) => number));
    const need = (known: Set<string>, value: string | undefined, what: string) => {
      if (value !== undefined && !known.has(value))
        context.addIssue(`${what} ${value} tidak ada dalam berkas ini`);
    };
    for (const { coordinator, decree } of file.dimensions) {
      need(departments, coordinator, 'OPD koordinator');
      need(decrees, decree, 'keputusan');
    }
    for (const { roles } of file.accounts) {
      for (const held of roles) {
        need(departments, held.department, 'OPD');
        if (actsForDepartment(held.role) && !held.department)
          context.addIssue(`peran ${held.role} perlu department`);
        if (actsForDimension(held.role) && !held.dimension)
          context.addIssue(`peran ${held.role} perlu dimension`);
        need(dimensions, held.dimension, 'dimensi');
        need(decrees, held.decree, 'keputusan');
      }
    }
    for (const { successors } of file.successions)
      for (const { code, of } of successors) {
        for (const old of of) need(departments, old, 'OPD lama');
        if (departments.has(code)) context.addIssue(`OPD penerus ${code} sudah ada dalam berkas ini`);
      }
    if (!file.accounts.some(({ roles }) => roles.some(held => held.role === managingRole))) {
      context.addIssue('satu akun harus berperan secretariat');
    }
    for (const [what, codes] of [
      ['OPD', file.departments.map(({ code }) => code.toLowerCase())],
      ['dimensi', file.dimensions.map(({ code }) => code.toLowerCase())],
      [
        'subdimensi',
        file.dimensions.flatMap(dimension => dimension.subdimensions.map(({ code }) => code.toLowerCase())),
      ],
      ['nama pengguna', file.accounts.map(({ username }) => username)],
    ] as const) {
      const twice = codes.find((value, index) => codes.indexOf(value) !== index);
      if (twice) context.addIssue(`${what} ${twice} disebut dua kali`);
    }
  });

type Read = z.infer<typeof regionFile>;
export type RegionFile = Omit<Read, 'successions'> & Partial<Pick<Read, 'successions'>>;

/** The key of a region in the database: "33.03" → "33-03". */
export function regionId(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
