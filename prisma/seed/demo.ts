import { foundRegion } from '@/lib/people/write/found-region';
import { demoPassword } from './demo-accounts';
import { type Entered, enterItems, step } from './enter-plan';
import { neighbourFile } from './neighbour';
import { purbalinggaFile, purbalinggaItems, reviewerOf } from './purbalingga';

// How the demo plan stands, so that each page has something to show; all else is approved.
const drafts = ['SG-07', 'SL-04', 'SE-07', 'SN-05', 'SS-07', 'SB-03'];
const submitted = [
  'SL-03',
  'SL-05',
  'SL-06',
  'SG-04',
  'SG-06',
  'SE-06',
  'SB-04',
  'SN-07',
  'SS-04',
  'goal-4-target-3',
];
const returned: Record<string, string> = {
  'SL-02': 'Sebutkan bulan timbang yang dipakai pada sumber data.',
  'SN-04': 'Apakah TPS 3R yang sedang diperbaiki ikut dihitung? Tulis pada definisi.',
  'SS-05': 'Sumber data belum ada. Sebutkan survei dan tahunnya.',
};

/** Loads the two demo regions: Purbalingga with its real plan, and an empty, fictional neighbour. */
export async function seedDemo(): Promise<void> {
  const demo = { password: demoPassword };
  const { regionId } = await foundRegion(purbalinggaFile(new Date()), demo);
  const items = await enterItems(regionId, purbalinggaItems());
  for (const item of items.values()) await bringForward(regionId, item);
  await foundRegion(neighbourFile(), demo);
}

async function bringForward(regionId: string, item: Entered): Promise<void> {
  if (drafts.includes(item.key)) return;
  await step(regionId, `${item.department.toLowerCase()}.operator`, item, 'submit');
  if (submitted.includes(item.key)) return;
  const reviewer = reviewerOf(item);
  const note = returned[item.key];
  if (note) await step(regionId, reviewer, item, 'return', note);
  else await step(regionId, reviewer, item, 'approve');
}
