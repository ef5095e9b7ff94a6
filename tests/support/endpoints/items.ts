import { randomUUID } from 'node:crypto';
import { type RelationName, relationNames, relations, type Status, statuses } from './expected';
import { mustTake, signInAs } from './world';

/** An item of the test with the words and numbers that nobody may see who may not read it. */
export type TestItem = {
  id: string;
  relation: RelationName;
  status: Status;
  version: number;
  secrets: string[];
};

/** Begins one item per relation and status, and takes each to its status by the steps of its people. */
export async function enterItems(site: string): Promise<TestItem[]> {
  const cookies = new Map<string, string>();
  const as = async (username: string) => {
    const cookie = cookies.get(username) ?? (await signInAs(site, username));
    cookies.set(username, cookie);
    return cookie;
  };
  const parents: Record<string, string> = {};
  for (const dimension of ['sl', 'sg', 'sn']) {
    const goal = await begin(site, await as('setda'), 'setda', {
      kind: 'goal',
      dimension,
      title: 'Tujuan uji',
    });
    parents[`${dimension} goal`] = goal;
    const place = { kind: 'target', parentId: goal, dimension, title: 'Sasaran uji' } as const;
    parents[dimension] = await begin(site, await as('setda'), 'setda', place);
  }
  const items: TestItem[] = [];
  for (const relation of relationNames) {
    const { kind, dimension, department, enteredBy, reviewedBy, ...rest } = relations[relation];
    for (const status of statuses) {
      const parentId = {
        goal: null,
        target: parents[`${dimension} goal`],
        indicator: parents[dimension ?? ''],
      };
      const secrets = secretsOf(items.length);
      const id = await begin(site, await as(enteredBy), department, {
        ...{ kind, dimension, parentId: parentId[kind] ?? null, title: secrets[0] },
        fields:
          kind === 'indicator' ? indicatorFields(secrets, 'supporters' in rest ? rest.supporters : []) : {},
      });
      let version = 1;
      const step = async (username: string, name: string) => {
        const item = { mutationId: randomUUID(), itemId: id, version };
        const request = { step: name, items: [item], ...(name === 'return' ? { note: 'Lengkapi.' } : {}) };
        version = await mustTake(site, await as(username), 'takeStepAction', request);
      };
      if (status !== 'draft') await step(enteredBy, 'submit');
      if (status === 'returned') await step(reviewedBy, 'return');
      if (status === 'approved') await step(reviewedBy, 'approve');
      items.push({
        id,
        relation,
        status,
        version,
        secrets: kind === 'indicator' ? secrets : secrets.slice(0, 1),
      });
    }
  }
  return items;
}

type Begun = {
  kind: 'goal' | 'target' | 'indicator';
  dimension: string | null;
  parentId?: string | null;
  title?: string;
  fields?: Record<string, unknown>;
};

async function begin(site: string, cookie: string, departmentId: string, begun: Begun): Promise<string> {
  const id = randomUUID();
  const { kind, dimension, parentId = null, title, fields } = begun;
  const create = { kind, parentId, departmentId, dimensionId: dimension && `p1-${dimension}` };
  const change = { mutationId: randomUUID(), itemId: id, version: 0, create, fields: { title, ...fields } };
  await mustTake(site, cookie, 'saveChangesAction', [change]);
  return id;
}

// Title, definition, and a number as it is stored and as it is shown. No digits in words: the checks ask about them.
function secretsOf(index: number): [string, string, string, string] {
  const letters = `${String.fromCharCode(97 + Math.floor(index / 26))}${String.fromCharCode(97 + (index % 26))}`;
  const number = 10 + index;
  const shown = `7${number}13`.replace(/(\d{3})$/, '.$1');
  return [`Indeks uji qz${letters}zq`, `Arti uji xz${letters}zx`, `7${number}13.25`, `${shown},25`];
}

function indicatorFields([, definition, number]: string[], supporters: readonly string[]) {
  const cell = { low: number, high: null, text: null, skipReason: null };
  const years = [2025, 2026, 2027, 2028, 2029, 2034];
  return {
    ...{ definition, unit: 'Indeks', direction: 'up', accumulation: 'yearly', valueType: 'number' },
    ...{ precision: 2, source: 'Uji', baselineYear: 2024, baseline: cell, supporters },
    ...Object.fromEntries(years.map(year => [`milestones.${year}`, cell])),
  };
}

/** The address of the item's own page. */
export function pathOf({ relation, id }: TestItem): string {
  return `/${{ goal: 'tujuan', target: 'sasaran', indicator: 'indikator' }[relations[relation].kind]}/${id}`;
}
