import { leads } from '@/lib/access/policy';
import { today } from '@/lib/access/tenure';
import { departmentLabel } from '@/lib/plan/department-label';
import type { Place, World, WorldItem } from './read/succession-world';
import {
  type Draft,
  heirFor,
  holdersAfter,
  isSameCode,
  postAfter,
  splitDepartments,
  supportKey,
} from './succession';
import { dayText, showDay } from './words';

/** What a succession rests on, and how far it has come. */
export type Basis = { decreeId: string | null; day: Date | null; appliedAt: Date | null };

/** What a page shows of the basis, as one text: who saves says what they saw. */
export const basisMark = (row: { name: string; day: Date | null; decreeId: string | null }) =>
  [row.name, dayText(row.day) ?? '', row.decreeId ?? ''].join('|');

/** Departments by key, those that are still to begin included. */
export function placesOf(draft: Draft, { departments }: World): Map<string, Place & { isFounded: boolean }> {
  const founded = Object.entries(draft.founded).map(([id, one]) => ({
    ...{ id, ...one, isEnded: false, isFounded: true },
  }));
  const known = departments.map(one => ({ ...one, isFounded: false }));
  return new Map([...founded, ...known].map(place => [place.id, place]));
}

/** A department's short name, or its key where there is none. */
export const nameOf = (places: ReadonlyMap<string, Place>, id: string): string => {
  const place = places.get(id);
  return place ? departmentLabel(place) : id;
};

/** Items that the succession touches: their owner, or a department that supports them, is an old one. */
export function touchedItems(draft: Draft, { items }: World): WorldItem[] {
  const isOld = (id: string) => Object.hasOwn(draft.heirs, id);
  return items.filter(({ departmentId, supporterIds }) => isOld(departmentId) || supporterIds.some(isOld));
}

/** Dimensions that an old department coordinates, each with the successor that does so next; null: to be chosen. */
export function coordinatorsAfter(draft: Draft, { dimensions }: World) {
  return dimensions.flatMap(({ id, code, name, coordinatorId }) =>
    coordinatorId !== null && Object.hasOwn(draft.heirs, coordinatorId)
      ? [{ id, code, name, from: coordinatorId, to: heirFor(draft, coordinatorId, 'coordinators', code) }]
      : [],
  );
}

/** How much is to be done, and how much of it nobody has decided. */
export function countsOf(draft: Draft, world: World) {
  const touched = touchedItems(draft, world);
  const isOld = (id: string) => Object.hasOwn(draft.heirs, id);
  const owned = touched.filter(({ departmentId }) => isOld(departmentId));
  return {
    old: Object.keys(draft.heirs).length,
    heirs: new Set(Object.values(draft.heirs).flat()).size,
    owned: owned.length,
    supported: touched.filter(({ supporterIds }) => supporterIds.some(isOld)).length,
    undecided: owned.filter(item => holdersAfter(draft, item) === null).length,
    dimensions: coordinatorsAfter(draft, world).length,
    people: world.posts.filter(({ departmentId }) => isOld(departmentId)).length,
    splits: splitDepartments(draft).length,
  };
}

/** Supporting departments with several successors, of one item. */
export const openSupports = (draft: Draft, { id, supporterIds }: WorldItem) =>
  supporterIds.flatMap(old =>
    (draft.heirs[old]?.length ?? 0) > 1
      ? [{ old, key: supportKey(id, old), to: heirFor(draft, old, 'supporters', supportKey(id, old)) }]
      : [],
  );

/** What has to be put right before the old departments can end; each with the step where that is done. */
export function obstaclesOf(
  { decreeId, day }: Basis,
  draft: Draft,
  world: World,
): { step: Step; says: string }[] {
  const places = placesOf(draft, world);
  const counts = countsOf(draft, world);
  const found: { step: Step; says: string }[] = [];
  if (counts.old === 0) found.push({ step: 'penerus', says: 'Pilih OPD lama dan penerusnya.' });
  for (const [old, heirs] of Object.entries(draft.heirs)) {
    if (places.get(old)?.isEnded !== false)
      found.push({ step: 'penerus', says: `${nameOf(places, old)} sudah berakhir. Lepas OPD ini.` });
    for (const heir of heirs.filter(
      id => places.get(id)?.isEnded !== false || Object.hasOwn(draft.heirs, id),
    ))
      found.push({
        step: 'penerus',
        says: `${nameOf(places, heir)} ikut berakhir. Pilih penerus lain untuk ${nameOf(places, old)}.`,
      });
  }
  for (const [id, founded] of Object.entries(draft.founded)) {
    const taken = world.departments.find(one => one.id === id || isSameCode(one, founded));
    if (taken)
      found.push({
        step: 'penerus',
        says: `Kode ${founded.code} sudah dipakai ${taken.name}. Lepas penerus ini, lalu pilih lagi.`,
      });
  }
  if (!decreeId) found.push({ step: 'dasar', says: 'Pilih keputusan yang menjadi dasarnya.' });
  if (!day) found.push({ step: 'dasar', says: 'Isi hari pertama OPD penerus.' });
  if (day && day > today())
    found.push({ step: 'dasar', says: `Terapkan mulai ${showDay(dayText(day) ?? '')}, hari pertamanya.` });
  if (counts.undecided > 0)
    found.push({ step: 'isian', says: `Pilih penerus untuk ${counts.undecided} isian.` });
  const without = coordinatorsAfter(draft, world).filter(({ to }) => to === null);
  if (without.length > 0)
    found.push({
      step: 'orang',
      says: `Pilih koordinator ${without.map(({ name }) => name).join(', ')}.`,
    });
  if (world.isRatified)
    found.push({
      step: 'periksa',
      says: 'Rencana ini sudah ditetapkan. Mulai perubahan rencana dulu, lalu alihkan isiannya.',
    });
  return found;
}

export type Step = 'dasar' | 'penerus' | 'isian' | 'orang' | 'periksa';

const steps: readonly Step[] = ['dasar', 'penerus', 'isian', 'orang', 'periksa'];

/** The step that an address names; else where somebody goes on who comes back later. */
export function stepOf(asked: unknown, { obstacles }: { obstacles: readonly { step: Step }[] }): Step {
  return steps.find(step => step === asked) ?? obstacles[0]?.step ?? 'periksa';
}

/** What stops nothing, but leaves somebody without people: successors that nobody would lead or draft for. */
export function warningsOf(draft: Draft, world: World): string[] {
  const places = placesOf(draft, world);
  const goes = world.posts.map(post => ({
    ...post,
    at: Object.hasOwn(draft.heirs, post.departmentId) ? postAfter(draft, post).to : post.departmentId,
  }));
  const heirs = [...new Set(Object.values(draft.heirs).flat())];
  return heirs.flatMap(heir => {
    const here = goes.filter(({ at }) => at === heir);
    const heads = here.filter(({ role, tenure }) => leads(role) && tenure === 'definitive').length;
    const name = nameOf(places, heir);
    if (here.length === 0) return [`Belum ada orang di ${name}. Isiannya belum dapat dikerjakan.`];
    if (!here.some(({ role }) => leads(role))) return [`${name} belum punya kepala.`];
    return heads > 1 ? [`${name} punya ${heads} kepala definitif. Pilih satu.`] : [];
  });
}
