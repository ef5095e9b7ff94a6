import 'server-only';
import { createHash } from 'node:crypto';
import { type Actor, can } from '@/lib/access/policy';
import type { Stop } from '@/lib/plan/course';
import type { Headline } from '@/lib/plan/dimension-summary';
import { ipmStory, type Measure } from '@/lib/plan/ipm-story';
import { showCell } from '@/lib/plan/numbers';
import { getDimensionSummary } from '@/lib/plan/read/dimension-summary';
import type { DimensionView, PlanFrame } from '@/lib/plan/read/frame';
import { getImage } from '@/lib/plan/read/image';
import type { Status } from '@/lib/plan/workflow';
import { agendaOf } from '../agenda';
import type { Course, Deck, DimensionScreen, Share } from '../deck';
import { endorsementMark, endorsementWords } from '../endorsement-words';
import { getOpenMatters } from './agenda';
import { type Endorsement, getEndorsements } from './endorsements';

const mostRows = 7;

/** The plan as a presentation, as far as this person may read it; null when it is not theirs to see. */
export async function getDeck(actor: Actor, frame: PlanFrame): Promise<Deck | null> {
  if (!can.readCouncil(actor)) return null;
  const endorsements = await getEndorsements(actor, frame);
  const screens: DimensionScreen[] = [];
  for (const dimension of frame.dimensions) {
    const screen = await screenOf(actor, frame, dimension, endorsements.get(dimension.id) ?? null);
    if (screen) screens.push(screen);
  }
  const open = await getOpenMatters(actor, frame);
  const { items } = await getImage(actor, frame);
  const deck = {
    ...{ region: frame.region.name, plan: frame.plan.name },
    whole: sumOf(screens),
    dimensions: screens.map(({ slug, code, name, colour, indicators, approved, waiting, mark }) => ({
      ...{ slug, code, name, colour, indicators, approved, waiting, mark },
    })),
    ipm: ipmOf(ipmStory(items, frame.plan)),
    screens,
    open: open ? agendaOf(open, [], new Set()).map(({ key, title, detail }) => ({ key, title, detail })) : [],
  };
  return {
    ...deck,
    etag: createHash('sha256').update(JSON.stringify(deck)).digest('base64url').slice(0, 16),
  };
}

async function screenOf(
  actor: Actor,
  frame: PlanFrame,
  { slug, code, name, colour, icon, coordinatorId }: DimensionView,
  endorsement: Endorsement | null,
): Promise<DimensionScreen | null> {
  const found = await getDimensionSummary(actor, frame, slug);
  if (!found) return null;
  const { goals, headlines, counts } = found.summary;
  const share = shareOf(counts);
  const rows = headlines.slice(0, mostRows).map(rowOf);
  return {
    ...{ slug, code, name, colour, icon, ...share, rows, others: share.indicators - rows.length },
    hasExamples: headlines.some(({ start, aim }) => start?.cell.illustrative || aim?.cell.illustrative),
    goals: goals.map(({ title }) => title).filter(title => title !== ''),
    coordinator: coordinatorId ? `${frame.departmentCode(coordinatorId)}${frame.exampleMark}` : '',
    ...{ endorsement: endorsementWords(endorsement), mark: endorsementMark(endorsement) },
  };
}

function shareOf(counts: Record<Status, number>): Share {
  const indicators = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { indicators, approved: counts.approved, waiting: counts.submitted };
}

function sumOf(shares: readonly Share[]): Share {
  const sum = (part: keyof Share) => shares.reduce((total, share) => total + share[part], 0);
  return { indicators: sum('indicators'), approved: sum('approved'), waiting: sum('waiting') };
}

function rowOf({ id, title, direction, start, aim, unit, precision, status, selfApproved }: Headline) {
  return {
    ...{ id, title: title || 'Indikator tanpa nama', isFalling: direction === 'down', status, selfApproved },
    course: courseOf(start, aim, unit, precision),
  };
}

function courseOf(start: Stop | null, aim: Stop | null, unit: string, precision: number | null): Course {
  const shown = (stop: Stop | null) => (stop ? showCell(stop.cell, precision) : '–');
  const year = (stop: Stop | null) => (stop ? String(stop.year) : '');
  return { from: shown(start), fromYear: year(start), to: shown(aim), toYear: year(aim), unit };
}

/** IPM first, then its components; what has no figures of the region is left out. */
function ipmOf({ index, components }: ReturnType<typeof ipmStory>): Deck['ipm'] {
  const measures: { name: string; own: Measure | null }[] = [{ name: 'IPM', own: index }, ...components];
  return measures.flatMap(({ name, own }) =>
    own?.ends ? [{ name, course: courseOfMeasure(own, own.ends) }] : [],
  );
}

function courseOfMeasure({ unit, precision }: Measure, [first, last]: NonNullable<Measure['ends']>): Course {
  const course = courseOf(first, last, unit, precision);
  return first.year === last.year ? { ...course, to: '', toYear: '' } : course;
}
