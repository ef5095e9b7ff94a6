import { weightFields } from './kinds/goal';
import { type Status, statusLabels } from './workflow';

/** What a reader asks of the plan. All of it stands in the address, in the field's own words. */
export type MatrixFilter = {
  /** A dimension's address part. */
  dimension?: string;
  /** A subdimension's code. */
  subdimension?: string;
  /** A department's code. */
  department?: string;
  status?: Status;
  priority?: string;
  horizon?: string;
  /** Words that must all occur in code, name or unit. */
  search?: string;
};

/** How a reader looks at it; changes nothing of what is shown. */
export type MatrixView = {
  /** The plan year that a narrow screen shows; `awal` for the baseline. */
  year?: string;
  isDense?: boolean;
  /** The version since which changes are marked. */
  since?: string;
  /** Paper to print on: F4 where the office has it, else A4. */
  paper?: 'f4';
};

type Query = Record<string, string | string[] | undefined>;

export const statusAddress = (status: Status) => statusLabels[status].toLowerCase();

/** Options of a weight with their address parts: `utama`, `5`. */
export function weightOptions(path: 'priority' | 'horizon') {
  const options = weightFields.find(field => field.path === path)?.options ?? [];
  return options.map(({ value, label }) => ({
    ...{ value, label },
    address: path === 'horizon' ? value : label.toLowerCase(),
  }));
}

/** The filter that an address asks for; what it does not know it leaves out. */
export function filterOf(query: Query): MatrixFilter {
  const text = (name: string) => oneText(query[name]);
  const status = (Object.keys(statusLabels) as Status[]).find(one => statusAddress(one) === text('status'));
  const weight = (path: 'priority' | 'horizon', name: string) =>
    weightOptions(path).find(({ address }) => address === text(name))?.value;
  return {
    dimension: text('dimensi'),
    subdimension: text('subdimensi'),
    department: text('opd'),
    status,
    priority: weight('priority', 'prioritas'),
    horizon: weight('horizon', 'jangka'),
    search: text('cari')?.slice(0, 100),
  };
}

export function viewOf(query: Query): MatrixView {
  return {
    year: oneText(query.tahun),
    isDense: oneText(query.tampilan) === 'rapat' || undefined,
    since: oneText(query.sejak),
    paper: oneText(query.kertas) === 'f4' ? 'f4' : undefined,
  };
}

/** The address part of a filter and a view, with its question mark; '' when it asks for nothing. */
export function queryOf(filter: MatrixFilter, view: MatrixView = {}): string {
  const address = (path: 'priority' | 'horizon', value?: string) =>
    weightOptions(path).find(option => option.value === value)?.address;
  const parts: Record<string, string | undefined> = {
    dimensi: filter.dimension,
    subdimensi: filter.subdimension,
    opd: filter.department,
    status: filter.status && statusAddress(filter.status),
    prioritas: address('priority', filter.priority),
    jangka: address('horizon', filter.horizon),
    cari: filter.search,
    sejak: view.since,
    tampilan: view.isDense ? 'rapat' : undefined,
    tahun: view.year,
    kertas: view.paper,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

function oneText(value: string | string[] | undefined): string | undefined {
  const text = Array.isArray(value) ? value[0] : value;
  return text?.trim() || undefined;
}
