import { leadingRole } from '@/lib/access/policy';
import type { RegionFile } from '@/lib/people/region-file';
import type { PlanFrame } from '@/lib/plan/read/frame';

/** Departments that every practice plan has: whose examples hang in it, and who coordinates its dimensions. */
const exampleDepartment = 'CONTOH';
const coordinatingDepartment = 'LATIHAN';

/** The keys of both, which are made of their codes. */
export const exampleDepartmentId = exampleDepartment.toLowerCase();
export const keptDepartments = [exampleDepartmentId, coordinatingDepartment.toLowerCase()];

/** The accounts that keep the examples. Nobody signs in as them: no region of practice is signed in to. */
export const keeperNames = { drafter: 'contoh', reviewer: 'contoh.peninjau' } as const;

/** Departments of the newcomers are numbered: "LATIHAN-07". */
export const departmentCode = (number: number) => `LATIHAN-${String(number).padStart(2, '0')}`;

/** Fewer years than the real plan has: each is filled in by hand. */
const mostYears = 3;

type Icon = RegionFile['dimensions'][number]['icon'];

/**
 * The region where the people of a region practise: its dimensions and years, none of its departments, and nothing
 * that anybody wrote in its plan. Every name says what it is, since names are what pages and files carry.
 */
export function practiceRegion(
  { region, plan, dimensions, subdimensions }: PlanFrame,
  { code, province }: { code: string; province: string },
): RegionFile {
  const { name, headTitle, contact } = region;
  const definitive = { tenure: 'definitive' as const };
  return {
    region: { code: `${code} (latihan)`, name: `LATIHAN ${name}`, province, headTitle, contact },
    decrees: [],
    departments: [
      { code: exampleDepartment, name: 'OPD contoh', kind: 'DEPARTMENT' },
      { code: coordinatingDepartment, name: 'Koordinator latihan', kind: 'DEPARTMENT' },
    ],
    plan: {
      ...{ name: 'LATIHAN, bukan rencana sesungguhnya', baselineYear: plan.baselineYear },
      ...{ years: plan.years.slice(0, mostYears), draftsVisible: false, selfReview: false },
    },
    dimensions: dimensions.map(({ id, code, name, colour, icon }) => ({
      ...{ code, name, colour, icon: icon as Icon, coordinator: coordinatingDepartment },
      subdimensions: subdimensions
        .filter(({ dimensionId }) => dimensionId === id)
        .map(({ code, name }) => ({ code, name })),
    })),
    stages: [],
    accounts: [
      {
        ...{ username: keeperNames.drafter, name: 'Pemandu latihan' },
        roles: [{ role: leadingRole, department: exampleDepartment, ...definitive }],
      },
      {
        ...{ username: keeperNames.reviewer, name: 'Pemandu latihan (koordinator)' },
        roles: [{ role: leadingRole, department: coordinatingDepartment, ...definitive }],
      },
    ],
  };
}
