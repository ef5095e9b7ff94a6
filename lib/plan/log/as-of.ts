import { departmentLabel } from '../department-label';
import type { PlanItem } from '../item';
import type { Fields, ItemKind } from '../kinds/kind';
import { fieldAt, fieldOfPath, type PathValues, type Scalar } from '../paths';
import { type ReferenceKind, referenceLabel } from '../reference-label';
import type { Status } from '../workflow';
import type { Folded } from './fold';
import type { Names } from './story';

/** A plan as the log tells it at a revision, with the names of then. */
export type PlanAsOf = {
  plan: { id: string; name: string; baselineYear: number; years: number[]; phase: 'drafting' | 'ratified' };
  /** Everything that was begun, what was put away included. */
  items: PlanItem[];
  dimensions: { id: string; code: string; name: string; colour: string; icon: string; position: number }[];
  subdimensions: { id: string; dimensionId: string; code: string; name: string; position: number }[];
  departments: { id: string; code: string; name: string; kind: string }[];
  /** What items could be linked to then. */
  references: { id: string; kind: ReferenceKind; code: string | null; title: string }[];
};

const structure = [
  ...['planId', 'kind', 'parentId', 'dimensionId', 'departmentId', 'position'],
  ...['status', 'illustrative', 'selfApproved', 'archivedAt', 'mergedIntoId', 'predecessorIds'],
  ...['leftOutReason', 'copiedFromId'],
];

/**
 * Reads a folded log as a plan. Pure: what the tables say today has no part in it.
 * @param ofPlan the fold of the plan's stream up to the revision
 * @param ofRegion the fold of the region's stream up to where it stood then
 */
export function planAsOf(
  ofPlan: ReadonlyMap<string, Folded>,
  ofRegion: ReadonlyMap<string, Folded>,
): PlanAsOf {
  const [plan] = subjectsOf(ofPlan, 'plan');
  return {
    plan: {
      id: plan?.id ?? '',
      phase: plan?.values.phase === 'ratified' ? 'ratified' : 'drafting',
      name: text(plan?.values.name),
      baselineYear: Number(plan?.values.baselineYear),
      years: listOf(plan?.values.years).map(Number),
    },
    items: itemsOf(ofPlan),
    dimensions: subjectsOf(ofPlan, 'dimension')
      .map(({ id, values }) => ({
        ...{ id, code: text(values.code), name: text(values.name), colour: text(values.colour) },
        ...{ icon: text(values.icon), position: Number(values.position ?? 0) },
      }))
      .sort((a, b) => a.position - b.position),
    subdimensions: subjectsOf(ofPlan, 'subdimension')
      .map(({ id, values }) => ({
        ...{ id, dimensionId: text(values.dimensionId), code: text(values.code), name: text(values.name) },
        position: Number(values.position ?? 0),
      }))
      .sort((a, b) => a.position - b.position),
    departments: subjectsOf(ofRegion, 'department').map(({ id, values }) => ({
      ...{ id, code: text(values.code), name: text(values.name), kind: text(values.kind) },
    })),
    references: subjectsOf(ofRegion, 'referenceNode').map(({ id, values }) => ({
      ...{
        id,
        kind: text(values.kind) as ReferenceKind,
        code: orNull(values.code),
        title: text(values.title),
      },
    })),
  };
}

/** The names of a state of the plan, as values refer to them. */
export function namesOf({
  plan,
  departments,
  subdimensions,
  references,
}: Omit<PlanAsOf, 'items' | 'dimensions'>): Names {
  const codes = new Map(departments.map(department => [department.id, departmentLabel(department)]));
  const names = new Map(subdimensions.map(({ id, name }) => [id, name]));
  const labels = new Map(references.map(node => [node.id, referenceLabel(node)]));
  return {
    ...{ baselineYear: plan.baselineYear, years: plan.years },
    departmentCode: id => codes.get(id) ?? '',
    subdimensionName: id => names.get(id) ?? '',
    referenceName: id => labels.get(id) ?? '',
  };
}

function itemsOf(folded: ReadonlyMap<string, Folded>): PlanItem[] {
  const subjects = subjectsOf(folded, 'item');
  const titles = new Map(subjects.map(({ id, values }) => [id, values.title]));
  const successors = successorsOf(subjects);
  return subjects.map(({ id, version, values }) => {
    const parentId = orNull(values.parentId);
    return {
      ...{
        id,
        version,
        planId: text(values.planId),
        parentId,
        parentTitle: orNull(titles.get(parentId ?? '')),
      },
      ...{ kind: text(values.kind) as ItemKind, status: text(values.status) as Status },
      ...{ dimensionId: orNull(values.dimensionId), departmentId: text(values.departmentId) },
      ...{ position: text(values.position), archivedAt: orNull(values.archivedAt) },
      ...{ mergedIntoId: orNull(values.mergedIntoId), successor: successors.get(id) ?? null },
      ...{ leftOutReason: orNull(values.leftOutReason), copiedFromId: orNull(values.copiedFromId) },
      ...{ illustrative: values.illustrative === true, selfApproved: values.selfApproved === true },
      ...{ supporterIds: listOf(values.supporters), predecessorIds: listOf(values.predecessorIds) },
      fields: fieldsOf(values),
    };
  });
}

/** By what is replaced in mid-plan: what replaces it. */
function successorsOf(subjects: ReturnType<typeof subjectsOf>): Map<string, PlanItem['successor']> {
  const replacing = subjects
    .filter(({ values }) => typeof values.breakYear === 'number' && orNull(values.archivedAt) === null)
    .sort((a, b) => Number(b.values.breakYear) - Number(a.values.breakYear) || b.id.localeCompare(a.id));
  return new Map(
    replacing.map(({ id, values: { replacesId, breakYear, code, title } }) => [
      text(replacesId),
      { id, year: Number(breakYear), name: text(code) || text(title) },
    ]),
  );
}

function fieldsOf(values: PathValues): Fields {
  const paths = Object.keys(values).filter(path => !structure.includes(path));
  return Object.fromEntries(
    [...new Set(paths.map(fieldOfPath))].map(field => [field, fieldAt(values, field)]),
  );
}

function subjectsOf(folded: ReadonlyMap<string, Folded>, type: string) {
  return [...folded].flatMap(([key, subject]) =>
    subject.type === type ? [{ id: key.slice(type.length + 1), ...subject }] : [],
  );
}

const text = (value: Scalar | undefined) => (typeof value === 'string' ? value : '');
const orNull = (value: Scalar | undefined) => (typeof value === 'string' ? value : null);
const listOf = (value: Scalar | undefined) => (Array.isArray(value) ? value : []);
