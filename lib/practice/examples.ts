import 'server-only';
import type { Outcome } from '@/lib/plan/outcome';
import { type DimensionView, getFrame } from '@/lib/plan/read/frame';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { countExamples } from './read/items';
import type { Sides } from './read/people';
import { exampleDepartmentId } from './structure';

const exampleGoal = (dimensionId: string) => `contoh-tujuan-${dimensionId}`;

/** The key of the target of a dimension under which newcomers hang their indicators. */
export const exampleTarget = (dimensionId: string) => `contoh-sasaran-${dimensionId}`;

/**
 * Makes a goal and a target for each dimension, agreed to, by the same steps as everybody's. Every step has a key of
 * its own, so that whoever comes while they are being made, or after that was cut off, makes only what is missing.
 */
export async function makeExamples(keepers: Sides): Promise<void> {
  const frame = await getFrame(keepers.drafter);
  if ((await countExamples(keepers.drafter, frame)) >= frame.dimensions.length) return;
  for (const dimension of frame.dimensions) {
    const { id, name } = dimension;
    await make(keepers, dimension, {
      ...{ kind: 'goal', itemId: exampleGoal(id), parentId: null },
      title: `Terwujudnya ${name} bagi warga (contoh)`,
    });
    await make(keepers, dimension, {
      ...{ kind: 'target', itemId: exampleTarget(id), parentId: exampleGoal(id) },
      title: `Meningkatnya layanan ${name} (contoh)`,
    });
  }
}

type Example = { kind: 'goal' | 'target'; itemId: string; parentId: string | null; title: string };

async function make({ drafter, reviewer }: Sides, { id: dimensionId }: DimensionView, example: Example) {
  const { kind, itemId, parentId, title } = example;
  const create = { kind, parentId, dimensionId, departmentId: exampleDepartmentId, illustrative: true };
  const key = (deed: string) => `${itemId}.${deed}`;
  await must(
    saveChanges(drafter, [{ mutationId: key('awal'), itemId, version: 0, create, fields: { title } }]),
  );
  const asked = (deed: string, version: number) => [{ mutationId: key(deed), itemId, version }];
  await must(takeStep(drafter, { step: 'submit', items: asked('ajukan', 1) }));
  await must(takeStep(reviewer, { step: 'approve', items: asked('setujui', 2) }));
}

async function must(outcomes: Promise<Outcome[]>): Promise<void> {
  const [outcome] = await outcomes;
  if (!outcome?.ok) throw new Error(`an example could not be made: ${outcome?.message}`);
}
