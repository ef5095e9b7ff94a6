import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import { factorOf } from '../ipm';
import { type ChainYear, chainOf, measuresOf } from '../ipm-chain';
import { type RegionalIpm, regionalIpm } from '../ipm-regional';
import { type IpmStory, ipmStory } from '../ipm-story';
import type { ItemKind } from '../kinds/kind';
import type { Status } from '../workflow';
import type { PlanFrame } from './frame';
import { getImage } from './image';
import { getReferences } from './references';

/** An indicator that has figures of a component, as who tries other figures needs it. */
export type Holder = {
  id: string;
  kind: ItemKind;
  title: string;
  departmentCode: string;
  status: Status;
  version: number;
  unit: string;
  /** What a figure of it is multiplied by to stand in the unit of the formula. */
  factor: number | null;
  /** Whether this person may write it now. */
  isEditable: boolean;
};

export type IpmView = { story: IpmStory; chain: ChainYear[]; regional: RegionalIpm; holders: Holder[] };

/** IPM from its components on, as far as this person may read the plan, and what of it they may write. */
export async function getIpm(actor: Actor, frame: PlanFrame): Promise<IpmView> {
  const image = await getImage(actor, frame);
  const regional = regionalIpm(await getReferences(actor, frame));
  const story = image.once('ipm', () => ipmStory(image.items, frame.plan));
  const items = new Map(image.items.map(item => [item.id, item]));
  const holders = story.components.flatMap(part =>
    measuresOf(part).flatMap(({ id, kind, title, unit, status }): Holder[] => {
      const item = items.get(id);
      if (!item) return [];
      return [
        {
          ...{ id, kind, title, unit, status, version: item.version, factor: factorOf(part, unit) },
          departmentCode: frame.departmentCode(item.departmentId),
          isEditable: can.edit(actor, item) && !frame.isLocked,
        },
      ];
    }),
  );
  return { story, chain: chainOf(story, regional.targets), regional, holders };
}
