import type { PersonRow } from './read/people';

/** What the list of people is narrowed to, as its address says it. */
export type PeopleFilter = { search: string; department: string; role: string; state: string };

/** States by the word of the address, with what they are called. */
export const stateLabels: Record<string, string> = {
  ...{ 'sedang-masuk': 'Sedang masuk', aktif: 'Aktif', 'belum-masuk': 'Belum pernah masuk' },
  ...{ dinonaktifkan: 'Dinonaktifkan', 'tanpa-peran': 'Tanpa peran hari ini' },
};

const isInState: Record<string, (row: PersonRow) => boolean> = {
  'sedang-masuk': ({ isHere }) => isHere,
  aktif: ({ state }) => state === 'active',
  'belum-masuk': ({ state }) => state === 'never',
  dinonaktifkan: ({ state }) => state === 'disabled',
  'tanpa-peran': ({ posts, state }) => posts.length === 0 && state !== 'disabled',
};

type Query = Record<string, string | string[] | undefined>;

/** The filter that an address asks for; what it does not know it leaves out. */
export function peopleFilter(query: Query): PeopleFilter {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const state = one('keadaan');
  return {
    ...{ search: one('cari'), department: one('opd'), role: one('peran') },
    state: Object.hasOwn(stateLabels, state) ? state : '',
  };
}

/** Whether anything is asked for. */
export const isNarrowed = (filter: PeopleFilter): boolean => Object.values(filter).some(part => part !== '');

/** People that fit: by words of name, user name, position or department, and by what was chosen. */
export function filterPeople(rows: readonly PersonRow[], filter: PeopleFilter): PersonRow[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    const text = [row.name, row.username, row.position ?? '', ...row.posts, ...row.departmentNames]
      .join(' ')
      .toLowerCase();
    return (
      words.every(word => text.includes(word)) &&
      (filter.department === '' || row.departmentIds.includes(filter.department)) &&
      (filter.role === '' || row.roles.includes(filter.role)) &&
      (filter.state === '' || (isInState[filter.state]?.(row) ?? true))
    );
  });
}

/** How many people there are in each state, for the whole region. */
export function countStates(rows: readonly PersonRow[]): { state: string; label: string; count: number }[] {
  return Object.entries(stateLabels).map(([state, label]) => ({
    ...{ state, label },
    count: rows.filter(row => isInState[state]?.(row)).length,
  }));
}
