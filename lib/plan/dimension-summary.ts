import { courseOf, type Stop } from './course';
import { cellOf, type Fields, type ItemKind, precisionOf, textOf, type Years } from './kinds/kind';
import { amountOf } from './numbers';
import { awaitsReview, isApproved, isSentBack, type Status } from './workflow';

/** An item as far as a summary looks at it. */
export type SummaryItem = {
  id: string;
  kind: ItemKind;
  parentId: string | null;
  departmentId: string;
  status: Status;
  selfApproved: boolean;
  fields: Fields;
};

type Named = { id: string; kind: ItemKind; title: string; departmentId: string; status: Status };

export type Headline = Named & {
  selfApproved: boolean;
  /** Chosen as a main measure of the region or of its department. */
  isMain: boolean;
  unit: string;
  precision: number | null;
  direction: string;
  start: Stop | null;
  aim: Stop | null;
  points: { year: number; value: number | null }[];
};

export type Cover = { code: string; name: string; targets: number; indicators: number };

export type DimensionSummary = {
  goals: Named[];
  targets: { all: number; approved: number };
  /** Indicators by status, the drafts of others among them. */
  counts: Record<Status, number>;
  headlines: Headline[];
  /** Readable indicators that are no headline. */
  others: number;
  /** The subdimensions in their order, each with what it holds. */
  covers: Cover[];
  /** Targets that name no subdimension. */
  unplaced: number;
  returned: Named[];
  waiting: Named[];
};

type Around = {
  items: readonly SummaryItem[];
  /** Indicators that the reader may not see, as counts. */
  unseen: readonly { parentId: string | null; status: Status; count: number }[];
  subdimensions: readonly { id: string; code: string; name: string }[];
  plan: Years;
};

const mostHeadlines = 10;

/** One dimension as its council needs it: how far it is, what it promises, what it leaves out, what is open. */
export function summaryOf({ items, unseen, subdimensions, plan }: Around): DimensionSummary {
  const ofKind = (kind: ItemKind) => items.filter(item => item.kind === kind);
  const [goals, targets, indicators] = [ofKind('goal'), ofKind('target'), ofKind('indicator')];
  const counts: Record<Status, number> = { approved: 0, submitted: 0, returned: 0, draft: 0 };
  for (const { status } of indicators) counts[status] += 1;
  for (const { status, count } of unseen) counts[status] += count;
  const main = indicators.filter(isMain);
  const headlines = (main.length > 0 ? main : indicators).slice(0, mostHeadlines);
  const indicatorsUnder = (target: SummaryItem) =>
    indicators.filter(({ parentId }) => parentId === target.id).length +
    sum(unseen.filter(({ parentId }) => parentId === target.id).map(({ count }) => count));
  const covers = subdimensions.map(({ id, code, name }) => {
    const own = targets.filter(({ fields }) => fields.subdimensionId === id);
    return { code, name, targets: own.length, indicators: sum(own.map(indicatorsUnder)) };
  });
  return {
    goals: goals.map(named),
    targets: { all: targets.length, approved: targets.filter(({ status }) => isApproved(status)).length },
    counts,
    headlines: headlines.map(item => headline(item, plan)),
    others: indicators.length - headlines.length,
    covers,
    unplaced: targets.length - sum(covers.map(cover => cover.targets)),
    returned: items.filter(({ status }) => isSentBack(status)).map(named),
    waiting: items.filter(({ status }) => awaitsReview(status)).map(named),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

const isMain = ({ fields }: SummaryItem) => textOf(fields, 'iku') !== '';

function named({ id, kind, departmentId, status, fields }: SummaryItem): Named {
  return { id, kind, departmentId, status, title: textOf(fields, 'title') };
}

function headline(item: SummaryItem, plan: Years): Headline {
  const { fields, selfApproved } = item;
  const { start, aim, beyond } = courseOf(fields, plan);
  const last = beyond ?? aim;
  const from = typeof fields.baselineYear === 'number' ? fields.baselineYear : plan.baselineYear;
  const until = plan.years.filter(year => last && year <= last.year);
  return {
    ...named(item),
    ...{ selfApproved, isMain: isMain(item), start, aim: last },
    ...{ unit: textOf(fields, 'unit'), direction: textOf(fields, 'direction') },
    precision: precisionOf(fields),
    points: [
      { year: from, value: amountOf(cellOf(fields, 'baseline')) },
      ...until.map(year => ({ year, value: amountOf(cellOf(fields, `milestones.${year}`)) })),
    ],
  };
}
