import type { PlanItem } from '@/lib/plan/item';
import { kinds } from '@/lib/plan/kinds/all';
import {
  type Field,
  type Fields,
  type FieldValue,
  fitsCell,
  type ItemKind,
  type Years,
} from '@/lib/plan/kinds/kind';
import { type Names, showValue } from '@/lib/plan/log/story';
import type { Newer } from '@/lib/plan/merge';
import type { Sheet } from '../sheet';
import type { Head } from './columns';
import { type DepartmentFinder, departmentFinder, type KnownDepartment } from './departments';
import type { Meaning } from './meaning';
import { namedFinder, type PlanIndex, planIndex } from './plan-index';

type Named = { id: string; code: string; name: string };

/** The plan as the person who imports may read it, with the names around it. */
export type PlanView = {
  region: string;
  plan: Years;
  items: readonly PlanItem[];
  dimensions: readonly Named[];
  subdimensions: readonly (Named & { dimensionId: string })[];
  /** `label` is what a department is called on the screen: a district by its name. */
  departments: readonly (KnownDepartment & { label?: string })[];
};

/** What the person may do, as lib/access/policy says it. */
export type Rights = {
  create: (departmentId: string) => boolean;
  edit: (item: PlanItem) => boolean;
  own: (item: PlanItem) => boolean;
};

/** What was answered to the questions of a dry run. */
export type Answers = {
  /** Texts in the place of cells, by `cellKey`. */
  cells: Record<string, string>;
  /** Departments by the key of the name that was asked about; '' is none of the region. */
  departments: Record<string, string>;
  /** Whose value stands, by item, field and when the other was written: a later one was never chosen against. */
  clashes: Record<string, 'mine' | 'theirs'>;
};

export type DryRunInput = {
  /** Items and mutations are named after it, so that the same file begins nothing twice. */
  importId: string;
  sheetIndex: number;
  sheet: Sheet;
  head: Head;
  meanings: readonly Meaning[];
  answers: Answers;
  /** For rows that name none. */
  defaults: { dimensionId: string | null; departmentId: string | null };
  view: PlanView;
  rights: Rights;
  /** Fields changed since the version that a row was taken out at, by item. */
  newer: ReadonlyMap<string, Record<string, Newer>>;
};

/** All that a row is held against, made once for a whole sheet. */
export type Ground = DryRunInput & {
  index: PlanIndex;
  labels: readonly string[];
  findDepartment: DepartmentFinder;
  findDimension: (text: string) => Named | undefined;
  findSubdimension: (text: string, dimensionId: string | null) => Named | undefined;
  fieldOf: (kind: ItemKind, path: string) => Field | undefined;
  departmentCode: (id: string) => string;
  names: Names;
  /** The department and row in which an item was named first, so that a second naming is seen. */
  namedAt: Map<string, number>;
  /** What earlier rows begin, by id. */
  plannedFields: Map<string, Fields>;
  /** A value as people read it. */
  say: (field: Field, value: FieldValue) => string;
};

/** Makes the ground from the input. */
export function groundOf(input: DryRunInput, labels: readonly string[]): Ground {
  const { view, answers } = input;
  const fields = new Map<string, Field>();
  for (const kind of Object.values(kinds)) {
    for (const field of kind.fields(view.plan).filter(fitsCell))
      fields.set(`${kind.name} ${field.path}`, field);
  }
  const codes = new Map(view.departments.map(({ id, code, label }) => [id, label ?? code]));
  const subdimensions = new Map(view.subdimensions.map(({ id, name }) => [id, name]));
  const finders = new Map(
    view.dimensions.map(({ id }) => [
      id,
      namedFinder(view.subdimensions.filter(({ dimensionId }) => dimensionId === id)),
    ]),
  );
  const names: Names = {
    ...view.plan,
    departmentCode: id => codes.get(id) ?? '',
    subdimensionName: id => subdimensions.get(id) ?? '',
  };
  return {
    ...input,
    names,
    index: planIndex(view.items),
    labels,
    findDepartment: departmentFinder(view.departments, view.region, answers.departments),
    findDimension: namedFinder(view.dimensions),
    findSubdimension: (text, dimensionId) => finders.get(dimensionId ?? '')?.(text),
    fieldOf: (kind, path) => fields.get(`${kind} ${path}`),
    departmentCode: id => codes.get(id) ?? '',
    namedAt: new Map(),
    plannedFields: new Map(),
    say: (field, value) => showValue(field, value, names),
  };
}
