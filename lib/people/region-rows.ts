import { randomUUID } from 'node:crypto';
import type { RegionFile } from './region-file';
import { emptyDraft, withHeir } from './succession';

const day = (date: string | undefined) => (date ? new Date(`${date}T00:00:00Z`) : null);
const keyOf = (code: string) => code.toLowerCase();
const dimensionKey = (code: string) => `p1-${keyOf(code)}`;

/** A region's file as the rows of its tables, without `regionId`; keys are made from the codes of the file. */
export function regionRows(file: RegionFile, isDemo: boolean, practiceOfId: string | null = null) {
  const decreeKey = (number: string | undefined) => {
    const index = file.decrees.findIndex(decree => decree.number === number);
    return index < 0 ? null : `sk-${index + 1}`;
  };
  const now = new Date();
  const users = file.accounts.map(({ username, name, position }) => ({
    ...{ id: randomUUID() as string, username, name, position: position ?? null, isDemo },
    ...{ passwordSetAt: now, mustChangePassword: !isDemo },
  }));
  const planId = 'p1';
  return {
    region: { ...file.region, vision: file.region.vision ?? null, isDemo, practiceOfId },
    decrees: file.decrees.map(({ kind, number, date, subject }, index) => ({
      ...{ id: `sk-${index + 1}`, kind, number, date: day(date), subject: subject ?? null },
    })),
    departments: file.departments.map(({ code, name, kind, validFrom, validTo }, position) => ({
      ...{ id: keyOf(code), code, name, kind, position },
      ...{ validFrom: day(validFrom), validTo: day(validTo) },
    })),
    users,
    plan: { id: planId, ordinal: 1, phase: 'drafting' as const, ...file.plan },
    dimensions: file.dimensions.map(({ code, name, colour, icon, coordinator, decree }, position) => ({
      ...{ id: dimensionKey(code), planId, code, name, colour, icon, position },
      coordinatorId: coordinator ? keyOf(coordinator) : null,
      decreeId: decreeKey(decree),
    })),
    subdimensions: file.dimensions.flatMap(({ code: parent, subdimensions }) =>
      subdimensions.map(({ code, name }, position) => ({
        ...{ id: dimensionKey(code), planId, dimensionId: dimensionKey(parent), code, name, position },
      })),
    ),
    stages: file.stages.map(({ name, deadline }, position) => ({
      ...{ id: `p1-tahap-${position + 1}`, planId, name, position },
      ...{ state: 'open' as const, deadline: deadline ? new Date(deadline) : null },
    })),
    successions: (file.successions ?? []).map(({ name, source, successors }, index) => ({
      ...{ id: `alih-${index + 1}`, name, source },
      draft: successors.reduce(
        (draft, { of, ...founded }) => withHeir(draft, of.map(keyOf), keyOf(founded.code), founded),
        emptyDraft,
      ),
    })),
    memberships: file.accounts.flatMap(({ roles }, index) =>
      roles.map(held => ({
        ...{
          id: randomUUID() as string,
          userId: users[index]?.id ?? '',
          role: held.role,
          tenure: held.tenure,
        },
        departmentId: held.department ? keyOf(held.department) : null,
        dimensionId: held.dimension ? dimensionKey(held.dimension) : null,
        ...{ validFrom: day(held.from), validTo: day(held.to), decreeId: decreeKey(held.decree) },
      })),
    ),
  };
}

export type RegionRows = ReturnType<typeof regionRows>;
