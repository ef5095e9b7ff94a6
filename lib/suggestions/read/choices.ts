import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { findField, kinds } from '@/lib/plan/kinds/all';
import { type ItemKind, textOf } from '@/lib/plan/kinds/kind';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import { ideaYear } from '../idea';
import { isProposable, valueText } from '../proposal';

/** An item that may be suggested on: what stands in it, as the form shows it. */
export type ItemChoices = {
  id: string;
  kind: ItemKind;
  version: number;
  title: string;
  owner: string;
  fields: { path: string; label: string; now: string; isLong: boolean; options: string[] }[];
};

/** What an idea for a dimension may say. */
export type IdeaChoices = {
  dimensionId: string;
  name: string;
  goals: { value: string; label: string }[];
  targets: { value: string; label: string }[];
  directions: { value: string; label: string }[];
  targetLabel: string;
};

/** An item to suggest on; null when there is none, or it is not this person's to suggest on. */
export async function getItemChoices(
  actor: Actor,
  frame: PlanFrame,
  id: string,
): Promise<ItemChoices | null> {
  const item = (await getImage(actor, frame)).items.find(one => one.id === id);
  if (!item || !can.suggest(actor, item, frame)) return null;
  const fields = kinds[item.kind]
    .fields(frame.plan)
    .filter(isProposable)
    .filter(({ path, isAsked }) => !isAsked || isAsked(item.fields, frame.plan) || item.fields[path] != null);
  return {
    ...{ id, kind: item.kind, version: item.version },
    title: textOf(item.fields, 'title') || `${kinds[item.kind].label} tanpa nama`,
    owner: frame.departmentCode(item.departmentId),
    fields: fields.map(field => ({
      ...{ path: field.path, label: field.label, now: valueText(field, item.fields) },
      ...{ isLong: field.input === 'paragraph', options: (field.options ?? []).map(({ label }) => label) },
    })),
  };
}

/** A dimension to bring an idea for; null when there is none, or this person coordinates it. */
export async function getIdeaChoices(
  actor: Actor,
  frame: PlanFrame,
  slug: string,
): Promise<IdeaChoices | null> {
  const dimension = frame.dimensions.find(one => one.slug === slug);
  if (!dimension || !can.suggestTo(actor, dimension.id)) return null;
  const { goals, targets } = await listParents(actor, frame, dimension.id);
  const direction = findField('indicator', 'direction', frame.plan);
  return {
    ...{ dimensionId: dimension.id, name: dimension.name, goals, targets },
    directions: (direction?.options ?? []).map(option => ({ ...option })),
    targetLabel: findField('indicator', `milestones.${ideaYear(frame.plan)}`, frame.plan)?.label ?? '',
  };
}

type Choice = { value: string; label: string };

/** What an idea for a dimension may hang under: its goals and targets, as far as this person reads them. */
export async function listParents(
  actor: Actor,
  frame: PlanFrame,
  dimensionId: string,
): Promise<{ goals: Choice[]; targets: Choice[] }> {
  const { items } = await getImage(actor, frame);
  const of = (kind: ItemKind) =>
    items
      .filter(item => item.kind === kind && item.dimensionId === dimensionId)
      .map(({ id, fields }) => ({ value: id, label: textOf(fields, 'title') || 'Tanpa nama' }));
  return { goals: of('goal'), targets: of('target') };
}
