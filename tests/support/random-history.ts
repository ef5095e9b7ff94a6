import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Actor } from '@/lib/access/policy';
import { emptyCell, type Fields } from '@/lib/plan/kinds/kind';
import type { Change } from '@/lib/plan/schema';
import { saveChanges } from '@/lib/plan/write/save-changes';
import { takeStep } from '@/lib/plan/write/take-step';
import { begin } from './small-region';

type Known = { id: string; kind: 'goal' | 'target' | 'indicator'; version: number; department: string };

const departments = ['a', 'b', 'c', 'd'];
const steps = ['submit', 'withdraw', 'return', 'approve', 'reopen'] as const;
const fixed = (...list: Fields[]) => fc.constantFrom(...list);
const values: fc.Arbitrary<Fields> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }).map((title): Fields => ({ title })),
  fixed({ 'milestones.2025': null }, { 'milestones.2026': { ...emptyCell, skipReason: 'Belum.' } }),
  fc
    .integer({ min: 0, max: 99 })
    .map((n): Fields => ({ 'milestones.2025': { ...emptyCell, low: String(n) } })),
  fc.subarray(departments).map((supporters): Fields => ({ supporters })),
  fixed({ code: 'K1' }, { code: null }, { 'reasons.jump.2026': 'Ya.' }, { 'reasons.jump.2026': null }),
);

/**
 * Plays random deeds of several people on one plan; what is refused stays refused. The same for the same seed.
 * @param after called after each deed
 */
export async function randomHistory(
  as: (username: string) => Promise<Actor>,
  length: number,
  after: () => Promise<void>,
): Promise<void> {
  const draws = fc.sample(
    fc.record({
      deed: fc.constantFrom(
        'begin',
        'begin',
        'edit',
        'edit',
        'edit',
        'step',
        'step',
        'move',
        'archive',
        'restore',
      ),
      pick: fc.nat(),
      other: fc.nat(),
      department: fc.constantFrom(...departments),
      fields: values,
      step: fc.constantFrom(...steps),
    }),
    length,
  );
  const known: Known[] = [];
  for (const { deed, pick, other, department, fields, step } of draws) {
    const item = known[pick % Math.max(known.length, 1)];
    const actor = await as(item && deed !== 'begin' ? item.department : department);
    if (deed === 'begin' || !item) {
      const parent = known[other % Math.max(known.length, 1)];
      const kind = parent?.kind === 'goal' ? 'target' : parent?.kind === 'target' ? 'indicator' : 'goal';
      const change = begin({ kind, department, parentId: kind === 'goal' ? null : (parent?.id ?? null) });
      const [outcome] = await saveChanges(await as(department), [change]);
      if (outcome?.ok) known.push({ id: change.itemId, kind, department, version: 1 });
    } else {
      const [outcome] =
        deed === 'step'
          ? await stepOn(as, item, step)
          : await saveChanges(actor, [changeOf(deed, item, fields, parentFor(item, known, other))]);
      if (outcome?.ok) item.version = outcome.version;
    }
    await after();
  }
}

async function stepOn(as: (username: string) => Promise<Actor>, item: Known, step: (typeof steps)[number]) {
  const isOwners = step === 'submit' || step === 'withdraw';
  const who = isOwners ? item.department : item.department === 'a' ? 'kedua' : 'a';
  const asked = { mutationId: randomUUID(), itemId: item.id, version: item.version };
  return takeStep(await as(who), { step, note: 'Catatan.', items: [asked] });
}

function parentFor({ kind }: Known, known: readonly Known[], pick: number): string | null {
  if (kind === 'goal') return null;
  const parents = known.filter(one => one.kind === (kind === 'indicator' ? 'target' : 'goal'));
  return parents[pick % Math.max(parents.length, 1)]?.id ?? null;
}

function changeOf(deed: string, { id, version }: Known, fields: Fields, parentId: string | null): Change {
  const base = { mutationId: randomUUID(), itemId: id, version, fields: {} };
  if (deed === 'move') return { ...base, place: { parentId } };
  if (deed === 'archive' || deed === 'restore') return { ...base, isArchived: deed === 'archive' };
  return { ...base, fields };
}
