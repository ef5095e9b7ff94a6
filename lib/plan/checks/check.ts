import type { Fields, ItemKind, Years } from '../kinds/kind';

export type Level = 'block' | 'warn' | 'hint';

/** One finding: what is wrong and what to do, in Indonesian, at the field it concerns. */
export type Finding = {
  /** Stable name; an owner's answer is kept under `reasons.<key>`. */
  key: string;
  level: Level;
  field: string;
  message: string;
};

export type CheckedItem = {
  kind: ItemKind;
  fields: Fields;
  parentTitle?: string | null;
  /** Which indicator takes its place, and from which year on. */
  successor?: { year: number; name: string } | null;
};
export type Check = (item: CheckedItem, plan: Years) => Finding[];
