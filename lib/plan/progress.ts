import {
  byUrgency,
  isApproved,
  isEditable,
  isHandedIn,
  isRatified,
  type Status,
  statusLabels,
} from './workflow';

/** How many items stand at each status. */
export type Counts = Record<Status, number>;

/** How many items of a department stand at one status in one dimension; null: the region's own. */
export type Tally = { departmentId: string; dimensionId: string | null; status: Status; count: number };

/** What of the board is asked for. `isOpenOnly`: only who has not handed everything in. */
export type ProgressFilter = { dimension?: string; isOpenOnly: boolean };

/** Whether the deadline is over and whether the plan takes no change; both at one moment. */
export type Moment = { isOver: boolean; isLocked: boolean };

/** How a department stands: what it has, what is next, whether somebody has to wait for it. */
export type Standing = {
  counts: Counts;
  total: number;
  handedIn: number;
  /** Something is still with the department, or it has not begun. */
  isOpen: boolean;
  isLate: boolean;
  next: string;
};

export const noCounts: Counts = { draft: 0, submitted: 0, returned: 0, approved: 0 };

const statuses = Object.keys(statusLabels) as Status[];

/** The filter that an address asks for; what it does not know it leaves out. */
export function progressFilterOf(query: Record<string, string | string[] | undefined>): ProgressFilter {
  const { dimensi, belum } = query;
  return {
    dimension: typeof dimensi === 'string' && dimensi !== '' ? dimensi : undefined,
    isOpenOnly: belum === 'ya',
  };
}

/** The items of a department in the plan, as an address. @param dimension its slug; all of them without */
export function itemsPath(department: string, dimension?: string): string {
  const query = new URLSearchParams({ opd: department, ...(dimension ? { dimensi: dimension } : {}) });
  return `/rencana?${query}`;
}

/** The deadline is over; a plan that was ratified waits for nobody. @param deadline ISO, null when none is set */
export function isOverdue(
  plan: { phase: 'drafting' | 'ratified' },
  deadline: string | null,
  now: Date,
): boolean {
  return !isRatified(plan) && deadline !== null && now.getTime() > Date.parse(deadline);
}

/** Tallies added up, one figure for each status. */
export function countsOf(tallies: readonly Pick<Tally, 'status' | 'count'>[]): Counts {
  const counts = { ...noCounts };
  for (const { status, count } of tallies) counts[status] += count;
  return counts;
}

/** The figures of several departments in one. */
export function sumOf(list: readonly Counts[]): Counts {
  return countsOf(list.flatMap(counts => statuses.map(status => ({ status, count: counts[status] }))));
}

/** How a department with these items stands. */
export function standingOf(counts: Counts, { isOver, isLocked }: Moment): Standing {
  const total = countIf(counts, () => true);
  const isOpen = total === 0 || countIf(counts, isEditable) > 0;
  const isLate = isOpen && isOver;
  const next = isOpen && isLocked ? 'Menunggu kunci dibuka sekretariat' : nextOf(counts, total);
  return { counts, total, handedIn: countIf(counts, isHandedIn), isOpen, isLate, next };
}

/** How many of the counted items a reviewer has agreed to. */
export function approvedOf(counts: Counts): number {
  return countIf(counts, isApproved);
}

/** The figures in words, what asks for work first: "2 dikembalikan, 1 draf". */
export function sayCounts(counts: Counts): string {
  return byUrgency
    .filter(status => counts[status] > 0)
    .map(status => `${counts[status]} ${statusLabels[status].toLowerCase()}`)
    .join(', ');
}

function countIf(counts: Counts, isWanted: (status: Status) => boolean): number {
  return statuses.filter(isWanted).reduce((sum, status) => sum + counts[status], 0);
}

// What was returned comes first: a reviewer has already read it and waits for the answer.
function nextOf({ returned, draft, submitted }: Counts, total: number): string {
  if (total === 0) return 'Isi tujuan atau indikator pertama';
  if (returned > 0 && draft > 0)
    return `Jawab ${returned} isian yang dikembalikan, lalu lengkapi ${draft} draf`;
  if (returned > 0) return `Jawab ${returned} isian yang dikembalikan`;
  if (draft > 0) return `Lengkapi ${draft} draf, lalu ajukan`;
  return submitted > 0 ? 'Menunggu peninjau' : 'Selesai';
}
