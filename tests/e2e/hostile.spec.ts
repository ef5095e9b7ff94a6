import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { callAction, postForm, reasonsOf } from '../support/endpoints/actions';
import { damageTests } from '../support/endpoints/damage-tests';
import * as table from '../support/endpoints/expected';
import * as hostile from '../support/endpoints/hostile';
import { enterItems, type TestItem } from '../support/endpoints/items';
import { demoPassword, mustTake, signInAs, startWorld, type World } from '../support/endpoints/world';
import { ask, cookiesOf, inTurns } from '../support/http';

const { asAddress, asSent, hostileTexts, hostileValues, isPlain, rounds } = hostile;

test.describe.configure({ timeout: 60_000 + rounds * 1_000 });

let world: World;
let url = '';
let items: TestItem[];
let dinkes = '';
let sekretariat = '';

test.beforeAll(async () => {
  world = await startWorld();
  url = world.url;
  items = await enterItems(url);
  dinkes = await signInAs(url, 'dinkes');
  sekretariat = await signInAs(url, 'sekretariat');
});
test.afterAll(async () => {
  const said = world?.program.said() ?? '';
  await world?.close();
  const session = dinkes.split('=')[1] ?? '-';
  // Neither passwords nor sessions nor what was typed (SECURITY 7).
  for (const secret of [demoPassword, session, '<script>zq', 'OR 1=1', items?.[0]?.secrets[0] ?? '-']) {
    const at = said.replace(/^Akun contoh.*$/gm, '').indexOf(secret);
    expect.soft(at < 0 ? '' : said.slice(Math.max(0, at - 200), at + 60), `the log holds ${secret}`).toBe('');
  }
});

/** What must be empty: answers of 500 and more, and those that never came. */
const failures = async (answers: Promise<{ what: string; status: number }[]>) =>
  (await answers)
    .filter(({ status }) => status >= 500 || status === 0)
    .map(({ what, status }) => `${status} ${what}`);
const tell = (value: unknown) => JSON.stringify(value)?.slice(0, 120) ?? 'undefined';

test('the sign-in form, as an action and as a plain form', async () => {
  const values = hostileValues(rounds, 11);
  const asked = inTurns(values, async value => {
    const form = { regionId: '33-03', username: value, password: value, next: value };
    const sent = {
      ...form,
      ...(typeof value === 'string' && value.length % 3 === 0 ? { regionId: value } : {}),
    };
    const fields = Object.fromEntries(Object.entries(sent).map(([name, part]) => [name, String(part)]));
    const first = await callAction(url, { name: 'signIn', path: '/masuk', args: [asSent(sent)] });
    const second = await postForm(url, { name: 'signIn', path: '/masuk', fields });
    return { what: tell(value), status: Math.max(first.status, second.status) };
  });
  expect(await failures(asked)).toEqual([]);
});

test('the password form', async () => {
  const cookie = await signInAs(url, 'dinarpus');
  const asked = inTurns(hostileValues(rounds, 12), async value => {
    const args = [asSent({ current: value, wanted: value, repeated: value })];
    const { status } = await callAction(url, { name: 'changePasswordAction', path: '/akun', cookie, args });
    return { what: tell(value), status };
  });
  expect(await failures(asked)).toEqual([]);
});

for (const kind of ['goal', 'target', 'indicator'] as const) {
  test(`every field of a ${kind}: refused in words, or stored as it was typed`, async () => {
    const fields = hostile.fieldsOf[kind];
    const values = hostileValues(rounds * (kind === 'indicator' ? 5 : 1), 13);
    const [goal, target] = ['a goal of DINKES', 'a target of DPUPR'].map(
      name => items.find(({ relation }) => relation === name)?.id ?? null,
    );
    const parentId = { goal: null, target: goal, indicator: target }[kind];
    const create = { kind, parentId, departmentId: 'dinkes', dimensionId: 'p1-sl' };
    const wrong = await inTurns(values, async (value, at) => {
      const field = fields[at % fields.length] ?? 'title';
      const itemId = randomUUID();
      const change = { mutationId: randomUUID(), itemId, version: 0, create, fields: { [field]: value } };
      const args = [[asSent(change)]];
      const answer = await callAction(url, {
        name: 'saveChangesAction',
        path: '/perencanaan/sl',
        cookie: dinkes,
        args,
      });
      const [reason = ''] = reasonsOf(answer);
      if (reason === 'invalid') return [];
      if (reason !== 'ok') return [`${field} ${tell(value)}: ${reason}`];
      if (typeof value !== 'string' || !hostile.plainColumns.includes(field)) return [];
      const [row] = await world.sql<{ item: Record<string, unknown> }>(
        `SELECT to_jsonb(i) || coalesce(to_jsonb(d), '{}') AS item FROM "Item" i
         LEFT JOIN "Indicator" d ON d.id = i.id AND d."regionId" = i."regionId" WHERE i.id = $1`,
        [itemId],
      );
      const stored = row?.item[field] ?? '';
      return stored === value ? [] : [`${field} ${tell(value)} became ${tell(stored)}`];
    });
    expect(wrong.flat()).toEqual([]);
  });
}

test('keys that no form has', async () => {
  const { id, version } = items[0] as TestItem;
  const keys = [
    '__proto__',
    'constructor',
    'toString',
    'milestones.__proto__',
    'milestones.1e309',
    'reasons.__proto__',
  ];
  const more = hostileTexts(rounds, 14).map(text => `reasons.${text}`.slice(0, 80));
  const asked = inTurns([...keys, ...more], async key => {
    const change = `{"mutationId":"${randomUUID()}","itemId":"${id}","version":${version},"fields":{${JSON.stringify(key)}:"x"}}`;
    const args = `[[${change}]]`;
    const answer = await callAction(url, {
      name: 'saveChangesAction',
      path: '/perencanaan/sl',
      cookie: dinkes,
      args,
    });
    return { what: tell(key), status: answer.status };
  });
  expect(await failures(asked)).toEqual([]);
});

test('the note of a step is stored as it was typed, or refused', async () => {
  const item = items.find(
    ({ relation, status }) => relation === 'DPUPR in SL' && status === 'submitted',
  ) as TestItem;
  const dpupr = await signInAs(url, 'dpupr.operator');
  let version = item.version;
  const wrong: string[] = [];
  for (const note of hostileTexts(rounds, 15)) {
    const mutationId = randomUUID();
    const args = [asSent({ step: 'return', note, items: [{ mutationId, itemId: item.id, version }] })];
    const answer = await callAction(url, {
      name: 'takeStepAction',
      path: '/indikator/x',
      cookie: dinkes,
      args,
    });
    const [reason = ''] = reasonsOf(answer);
    if (reason !== 'ok') {
      if (!['invalid', 'note'].includes(reason)) wrong.push(`${tell(note)}: ${reason}`);
      continue;
    }
    const [event] = await world.sql<{ body: string }>(`SELECT body FROM "Event" WHERE "mutationId" = $1`, [
      mutationId,
    ]);
    const stored = JSON.parse(event?.body ?? '{}').note;
    if (stored !== note.trim() || !isPlain(note)) wrong.push(`${tell(note)} became ${tell(stored)}`);
    const again = {
      step: 'submit',
      items: [{ mutationId: randomUUID(), itemId: item.id, version: version + 1 }],
    };
    version = await mustTake(url, dpupr, 'takeStepAction', again);
  }
  expect(wrong).toEqual([]);
});

test('a comment is stored as it was typed, or refused', async () => {
  const item = items.find(({ relation }) => relation === 'a goal of DINKES') as TestItem;
  const wrong = await inTurns(hostileTexts(rounds, 18), async text => {
    const mutationId = randomUUID();
    const args = [asSent({ mutationId, itemId: item.id, field: null, threadId: null, text })];
    const call = { name: 'addCommentAction', path: '/indikator/x', cookie: dinkes, args };
    const [reason = ''] = reasonsOf(await callAction(url, call));
    if (reason !== 'ok') return ['invalid', 'note'].includes(reason) ? [] : [`${tell(text)}: ${reason}`];
    const [row] = await world.sql<{ text: string }>('SELECT text FROM "Comment" WHERE id = $1', [mutationId]);
    return row?.text === text.trim() && isPlain(text) ? [] : [`${tell(text)} became ${tell(row?.text)}`];
  });
  expect(wrong.flat()).toEqual([]);
});

test('every part of the smaller actions takes whatever is sent, and never fails', async () => {
  const item = items.find(({ relation }) => relation === 'a goal of DINKES') as TestItem;
  const asked = inTurns(hostileValues(rounds, 19), async value => {
    const calls = {
      addCommentAction: {
        mutationId: randomUUID(),
        itemId: item.id,
        field: value,
        threadId: value,
        text: value,
      },
      settleThreadAction: { mutationId: value, threadId: value, isSettled: value },
      markReadAction: { subjectId: value, position: value, revision: value },
      claimItemAction: { itemId: value, isTaken: value, isTakeOver: value },
      arrangeAction: {
        changes: [
          {
            ...{ mutationId: randomUUID(), itemId: item.id, version: item.version, fields: {} },
            ...{ place: { parentId: value, after: value }, isArchived: value },
          },
        ],
      },
      takeStepAction: {
        step: 'return',
        note: 'x',
        field: value,
        items: [{ mutationId: 'm', itemId: item.id, version: 1 }],
      },
      suggestAction: {
        ...{ mutationId: randomUUID(), text: value },
        about: { what: 'item', itemId: item.id, version: item.version, field: value, proposed: value },
      },
      declineSuggestionAction: { mutationId: value, suggestionId: value, reason: value },
      joinAsGuestAction: {
        ...{ mutationId: randomUUID(), code: value, name: value, institution: value, kind: value },
        ...{ contact: value, username: value, password: value, repeated: value },
      },
    };
    let worst = 0;
    for (const [name, sent] of Object.entries(calls)) {
      const path = table.actions[name]?.path ?? '/';
      worst = Math.max(
        worst,
        (await callAction(url, { name, path, cookie: dinkes, args: [asSent(sent)] })).status,
      );
    }
    return { what: tell(value), status: worst };
  });
  expect(await failures(asked)).toEqual([]);
});

test('every field of the forms about people takes whatever is sent, and never fails', async () => {
  const values = hostileValues(Math.ceil(rounds / 4), 20);
  const forms = Object.entries(table.keepingActions).flatMap(([name, { path, form }]) =>
    Object.keys(form).map(field => ({ name, path, form, field })),
  );
  const asked = inTurns(values, async (value, at) => {
    let worst = 0;
    for (const { name, path, form, field } of forms.filter((_, index) => index % 4 === at % 4)) {
      const sent = { ...form, mutationId: randomUUID(), [field]: value };
      const call = { name, path, cookie: sekretariat, args: [asSent(sent)] };
      worst = Math.max(worst, (await callAction(url, call)).status);
    }
    return { what: tell(value), status: worst };
  });
  expect(await failures(asked)).toEqual([]);
});

test('pages show what was typed as text only', async () => {
  const paths = ['/perencanaan/sl', '/rencana', '/pekerjaan', '/tinjau'];
  const { id } = items.find(
    ({ relation, status }) => relation === 'DPUPR in SL' && status === 'submitted',
  ) as TestItem;
  const typed = ['goal', 'target', 'indicator'].map(kind => ({ kind, id: randomUUID() }));
  const goal = items.find(({ relation }) => relation === 'a goal of DINKES')?.id ?? null;
  for (const [at, item] of typed.entries()) {
    const parentId = [null, goal, typed[1]?.id ?? null][at];
    const create = { kind: item.kind, parentId, departmentId: 'dinkes', dimensionId: 'p1-sl' };
    const fields = { title: '</title></script><script>zq()</script><img src=x onerror=zq()>{{7*7}}' };
    const change = { mutationId: randomUUID(), itemId: item.id, version: 0, create, fields };
    await mustTake(url, dinkes, 'saveChangesAction', [change]);
  }
  const slugs: Record<string, string> = { goal: 'tujuan', target: 'sasaran', indicator: 'indikator' };
  let shown = 0;
  for (const path of [
    ...paths,
    `/indikator/${id}`,
    ...typed.map(item => `/${slugs[item.kind]}/${item.id}`),
  ]) {
    const { text, status } = await ask(url + path, { cookie: path === '/pekerjaan' ? dinkes : sekretariat });
    if (status === 404) continue;
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toMatch(/<script>zq|<img src=x/);
    if (text.includes('&lt;script&gt;zq()')) shown += 1;
  }
  expect(shown).toBeGreaterThan(3);
});

test('addresses: queries and ids', async () => {
  const places = [
    '/rencana?dimensi=',
    '/rencana?status=',
    '/rencana/unduh.xlsx?dimensi=',
    '/katalog?cari=',
    '/masuk?lanjut=',
    '/masuk?daerah=',
    '/masuk?nama=',
    '/kelola/pengguna?cari=',
    '/kelola/pengguna?keadaan=',
    '/kelola/pengguna/slip?centang=',
  ];
  const paths = [
    '/indikator/',
    '/perencanaan/',
    '/perencanaan/arsip/',
    '/tinjau/',
    '/kelola/pengguna/',
    '/kelola/opd/',
    '/',
    '/api/auth/',
    '/_next/static/',
    '/api/auth/callback/',
  ];
  const asked = inTurns(hostileTexts(rounds, 16), async text => {
    let worst = 0;
    for (const place of [...places, ...paths]) {
      const cookie = place.startsWith('/masuk') ? '' : sekretariat;
      worst = Math.max(worst, (await ask(url + place + asAddress(text), { cookie })).status);
    }
    return { what: tell(text), status: worst };
  });
  expect(await failures(asked)).toEqual([]);
});

test("next-auth's sign-in", async () => {
  const csrf = await ask(`${url}/api/auth/csrf`);
  const cookie = Object.entries(cookiesOf(csrf))
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const { csrfToken } = JSON.parse(csrf.text);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const asked = inTurns(hostileTexts(rounds, 17), async text => {
    const part = asAddress(text);
    const body = `csrfToken=${csrfToken}&regionId=33-03&username=${part}&password=${part}&callbackUrl=${part}&json=${part}`;
    const { status } = await ask(`${url}/api/auth/callback/credentials`, {
      method: 'POST',
      cookie,
      headers,
      body,
    });
    return { what: tell(text), status };
  });
  expect(await failures(asked)).toEqual([]);
});

test.describe('damage', () => damageTests(() => ({ url, dinkes })));
