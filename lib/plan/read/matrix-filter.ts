import type { Status } from '../workflow';
import { statusLabels } from '../workflow';

export type MatrixFilter = { dimension?: string; status?: Status };

const addressOf = (status: Status) => statusLabels[status].toLowerCase();

/** The filter that an address asks for; what it does not know it leaves out. */
export function filterOf(query: Record<string, string | string[] | undefined>): MatrixFilter {
  const { dimensi, status } = query;
  const wanted = (Object.keys(statusLabels) as Status[]).find(candidate => addressOf(candidate) === status);
  return { dimension: typeof dimensi === 'string' && dimensi !== '' ? dimensi : undefined, status: wanted };
}

/** The address part of a filter, with its question mark; '' when it asks for nothing. */
export function queryOf({ dimension, status }: MatrixFilter): string {
  const query = new URLSearchParams();
  if (dimension) query.set('dimensi', dimension);
  if (status) query.set('status', addressOf(status));
  return query.size > 0 ? `?${query}` : '';
}
