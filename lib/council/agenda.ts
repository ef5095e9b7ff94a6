import { endorsementWords, lookOf } from './endorsement-words';
import type { Standing } from './standing';

/** What of the plan is open for a council to see to. */
export type OpenMatters = {
  dimensions: readonly {
    id: string;
    slug: string;
    name: string;
    standing: (Standing & { changed: number }) | null;
    approved: number;
    indicators: number;
  }[];
  /** Items that wait for their reviewers. */
  waiting: number;
  /** Groups of indicators that look alike and that nobody decided on. */
  similar: number;
  /** What makes the figures of IPM doubtful. */
  ipm: readonly string[];
  /** Departments that are late. */
  late: number;
};

/** One point of an agenda. */
export type AgendaEntry = {
  /** The same for the same matter, in every sitting. */
  key: string;
  title: string;
  /** Why it is there; '' when the title says all. */
  detail: string;
  /** Where it can be looked at; null: nowhere else. */
  href: string | null;
  dimensionId: string | null;
  /** The secretariat's own point, which it may take back. */
  pointId: string | null;
};

/** The key of a dimension's point, and that of the secretariat's own. */
export const dimensionKey = (id: string) => `dimension:${id}`;
export const pointKey = (id: string) => `point:${id}`;

/** What the points that are no dimension's are called, by their keys. */
export const matterTitles: Record<string, string> = {
  waiting: 'Isian yang menunggu tinjauan',
  similar: 'Indikator yang mirip satu sama lain',
  ipm: 'Catatan pada angka IPM',
  late: 'OPD yang terlambat',
};
export const dimensionTitle = (name: string) => `Pengesahan dimensi ${name}`;

/**
 * The agenda as open matters draw it: dimensions that were not endorsed, that changed since, or that were asked to
 * be revised, in the plan's order, so that no point moves while a council decides; then what else is open, then
 * the secretariat's own points.
 * @param decided keys on which this sitting decided: they stay, though they are no longer open
 */
export function agendaOf(
  open: OpenMatters,
  points: readonly { id: string; title: string }[],
  decided: ReadonlySet<string>,
): AgendaEntry[] {
  const dimensions = open.dimensions.filter(one => isOpen(one.standing) || decided.has(dimensionKey(one.id)));
  return [
    ...dimensions.map(
      (one): AgendaEntry => ({
        ...{ key: dimensionKey(one.id), title: dimensionTitle(one.name), detail: detailOf(one) },
        ...{ href: `/rencana/dimensi/${one.slug}`, dimensionId: one.id, pointId: null },
      }),
    ),
    ...othersOf(open)
      .filter(({ key, count }) => count > 0 || decided.has(key))
      .map(plain),
    ...points.map(({ id, title }) =>
      plain({ key: pointKey(id), title, detail: '', href: null, pointId: id }),
    ),
  ];
}

/** Whether the council still has something to decide about a dimension. */
export const isOpen = (standing: Parameters<typeof lookOf>[0]) => lookOf(standing) !== 'endorsed';

function detailOf({ standing, approved, indicators }: OpenMatters['dimensions'][number]): string {
  if (standing === null)
    return indicators === 0
      ? 'Belum ada indikator.'
      : `${approved} dari ${indicators} indikator sudah disetujui peninjau.`;
  return endorsementWords(standing);
}

type Other = { key: string; title?: string; detail: string; href: string | null; pointId?: string };

function othersOf({ waiting, similar, ipm, late }: OpenMatters): (Other & { count: number })[] {
  return [
    {
      ...{ key: 'waiting', count: waiting, href: '/rencana?status=diajukan' },
      detail: `${waiting} isian sudah diajukan dan belum diputuskan peninjaunya.`,
    },
    {
      ...{ key: 'similar', count: similar, href: '/perencanaan/serupa' },
      detail: `${similar} kelompok belum diputuskan: sama, berbeda, atau satu definisi.`,
    },
    { key: 'ipm', count: ipm.length, href: '/rencana', detail: ipm.join(' ') },
    {
      ...{ key: 'late', count: late, href: '/kemajuan?belum=ya' },
      detail: `${late} OPD belum mengajukan semua isiannya sampai tenggat.`,
    },
  ];
}

function plain({ key, title, detail, href, pointId = undefined }: Other): AgendaEntry {
  return {
    ...{ key, title: title ?? matterTitles[key] ?? '', detail, href },
    ...{ dimensionId: null, pointId: pointId ?? null },
  };
}
