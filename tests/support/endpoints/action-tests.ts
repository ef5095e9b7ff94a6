import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ask, inTurns } from '../http';
import { callAction, postForm, reasonsOf } from './actions';
import * as table from './expected';
import { pathOf, type TestItem } from './items';
import { leaks } from './replay';
import { isSignedIn, mustTake, signInAs, stateOf, type World } from './world';

const { roleNames, groupOf, reads } = table;
const mayRead = (role: table.Role) => (item: TestItem) => reads(role, item.relation, item.status);

type Scene = { world: World; cookies: Record<table.Role, string>; items: TestItem[] };

/** Replays every server action as every role; the last tests change items, the others must not. */
export function actionTests(get: () => Scene) {
  const scene = async () => {
    const all = get();
    return { ...all, url: all.world.url, before: await stateOf(all.world) };
  };

  test('saving: every role on every item is let through or refused for the right reason', async () => {
    const { world, url, cookies, items, before } = await scene();
    const wrong = await inTurns(roleNames, async role => {
      const changes = items.map(({ id, version }) => {
        return { mutationId: randomUUID(), itemId: id, version: version + 100, fields: { title: 'Dicuri' } };
      });
      const call = { name: 'saveChangesAction', args: [changes], cookie: cookies[role] };
      const found: string[] = [];
      for (const path of ['/perencanaan/sl', pathOf(items[0] as TestItem), '/bantuan']) {
        const answer = await callAction(url, { ...call, path });
        const reasons = reasonsOf(answer);
        found.push(
          ...items.flatMap(({ relation, status }, at) => {
            const expected = table.saveReason(role, relation, status);
            const reason = table.barredReason(role) ? reasons[0] : reasons[at];
            return reason === expected ? [] : [`${role}, ${relation}, ${status}: ${reason}, not ${expected}`];
          }),
        );
        if (
          leaks(
            answer,
            items.filter(item => !mayRead(role)(item)),
          ).length > 0
        )
          found.push(`${role}: leaks`);
      }
      return found;
    });
    expect(wrong.flat()).toEqual([]);
    expect(await stateOf(world)).toEqual(before);
  });

  test('beginning: departments only for themselves', async () => {
    const { world, url, cookies, before } = await scene();
    const departments = ['dinkes', 'dpupr', 'dinkominfo', 'dlh', 'bappelitbangda', 'setda', 'tidak-ada'];
    const wrong = await inTurns(roleNames, async role => {
      const changes = departments.map(departmentId => {
        const create = { kind: 'target', parentId: randomUUID(), dimensionId: 'p1-sl', departmentId };
        return {
          mutationId: randomUUID(),
          itemId: randomUUID(),
          version: 0,
          create,
          fields: { title: 'Baru' },
        };
      });
      const call = {
        name: 'saveChangesAction',
        args: [changes],
        path: '/perencanaan/sl',
        cookie: cookies[role],
      };
      const reasons = reasonsOf(await callAction(url, call));
      return departments.flatMap((department, at) => {
        const may = table.draftsFor[role] === department;
        const expected = table.barredReason(role) ?? (may ? 'invalid' : 'denied');
        const reason = table.barredReason(role) ? reasons[0] : reasons[at];
        return reason === expected ? [] : [`${role} for ${department}: ${reason}, not ${expected}`];
      });
    });
    expect(wrong.flat()).toEqual([]);
    expect(await stateOf(world)).toEqual(before);
  });

  test('steps: every role on every item is let through or refused for the right reason', async () => {
    const { world, url, cookies, items, before } = await scene();
    const cells = roleNames.flatMap(role => table.stepNames.map(step => ({ role, step })));
    const wrong = await inTurns(cells, async ({ role, step }) => {
      const asked = items.map(({ id, version }) => ({
        mutationId: randomUUID(),
        itemId: id,
        version: version + 100,
      }));
      const args = [{ step, note: 'Catatan.', items: asked }];
      const call = {
        name: 'takeStepAction',
        args,
        path: pathOf(items[0] as TestItem),
        cookie: cookies[role],
      };
      const reasons = reasonsOf(await callAction(url, call));
      return items.flatMap(({ relation, status }, at) => {
        const expected = table.stepReason(role, relation, status, step);
        const reason = table.barredReason(role) ? reasons[0] : reasons[at];
        return reason === expected
          ? []
          : [`${role}, ${relation}, ${status}, ${step}: ${reason}, not ${expected}`];
      });
    });
    expect(wrong.flat()).toEqual([]);
    expect(await stateOf(world)).toEqual(before);
  });

  test('putting away: only whose item it is; the version that is sent does not exist', async () => {
    const { world, url, cookies, items, before } = await scene();
    const wrong = await inTurns(roleNames, async role => {
      const changes = items.map(({ id, version }) => ({
        ...{ mutationId: randomUUID(), itemId: id, version: version + 100, fields: {}, isArchived: true },
      }));
      const call = {
        name: 'arrangeAction',
        args: [{ changes }],
        path: '/perencanaan/sl',
        cookie: cookies[role],
      };
      const reasons = reasonsOf(await callAction(url, call));
      return items.flatMap(({ relation, status }, at) => {
        const saving = table.saveReason(role, relation, status);
        const expected = saving === 'ahead' ? 'conflict' : saving;
        const reason = table.barredReason(role) ? reasons[0] : reasons[at];
        return reason === expected ? [] : [`${role}, ${relation}, ${status}: ${reason}, not ${expected}`];
      });
    });
    expect(wrong.flat()).toEqual([]);
    expect(await stateOf(world)).toEqual(before);
  });

  test('taking in hand: only who reviews it, while it waits', async () => {
    const { url, cookies, items } = await scene();
    const cells = roleNames.flatMap(role => items.map(item => ({ role, item })));
    const wrong = await inTurns(cells, async ({ role, item: { id, relation, status } }) => {
      const call = { name: 'claimItemAction', path: '/tinjau', cookie: cookies[role] };
      const [reason] = reasonsOf(
        await callAction(url, { ...call, args: [{ itemId: id, isTaken: true, isTakeOver: true }] }),
      );
      const may = status === 'submitted' && table.reviews(role, relation);
      const expected = table.barredReason(role) ?? (may ? 'ok' : 'missing');
      return reason === expected ? [] : [`${role}, ${relation}, ${status}: ${reason}, not ${expected}`];
    });
    expect(wrong.flat()).toEqual([]);
  });

  test('each action as each role, with arguments that its schema takes', async () => {
    const { world, url, cookies, before } = await scene();
    const answers: Record<string, string> = {
      ...{ signIn: 'credentials', saveChangesAction: 'missing', takeStepAction: 'missing' },
      ...{ arrangeAction: 'missing', addCommentAction: 'missing', settleThreadAction: 'missing' },
      ...{ markReadAction: 'none', claimItemAction: 'missing', nameVersionAction: 'denied' },
      ...{ changePasswordAction: 'invalid', endSessionAction: 'none' },
      ...{ openHallAction: 'denied', closeHallAction: 'denied', makeScreenKeyAction: 'denied' },
      ...{ openScreenAction: 'credentials', joinAsGuestAction: 'credentials', ratifyAction: 'denied' },
      ...{ giveScoresAction: 'missing', decideRankAction: 'missing' },
      ...{ reopenScoringAction: 'missing', noteRankAction: 'missing' },
    };
    for (const name of Object.keys(table.suggestionActions)) answers[name] = 'missing';
    for (const [name, { reason }] of Object.entries(table.keepingActions)) answers[name] = reason;
    for (const name of Object.keys(table.importActions)) answers[name] = 'missing';
    for (const name of Object.keys(table.sittingActions)) answers[name] = 'denied';
    answers.uploadAction = 'invalid';
    const cells = Object.keys(answers).flatMap(name => roleNames.map(role => ({ name, role })));
    const wrong = await inTurns(cells, async ({ name, role }) => {
      const call = {
        name,
        ...(table.actions[name] as (typeof table.actions)[string]),
        cookie: cookies[role],
      };
      // A name of its own for each role, so that no throttle speaks.
      const args =
        name === 'signIn'
          ? [{ ...(call.args[0] as object), username: `tidak.ada.${roleNames.indexOf(role)}` }]
          : call.args;
      const [reason] = reasonsOf(await callAction(url, { ...call, args }));
      const isOpen =
        name === 'signIn' ||
        name === 'openScreenAction' ||
        name === 'joinAsGuestAction' ||
        (name === 'changePasswordAction' && groupOf(role) === 'oneUse');
      // A name is missing, so that nothing is made; only who may make one hears of it.
      const isKept = name in table.keepingActions && name !== 'endSessionOfAction';
      const ofSecretariat: Record<string, string> = {
        ...{ nameVersionAction: 'note', openHallAction: 'missing', closeHallAction: 'missing' },
        ...{ makeScreenKeyAction: 'status', ratifyAction: 'invalid' },
      };
      const isSecretariat = role.startsWith('sekretariat');
      const sitting = table.sittingActions[name];
      const isHeard = isSecretariat || (sitting?.deciders && table.deciders.includes(role));
      const ofSitting = isHeard ? sitting?.reason : undefined;
      const enters = isSecretariat || (role === 'bupati' && name === 'ratifyAction');
      const own = ofSitting ?? (enters ? ofSecretariat[name] : isKept ? 'denied' : undefined);
      const answer = own ?? answers[name];
      const expected = (isOpen ? null : table.barredReason(role, name)) ?? answer;
      return reason === expected ? [] : [`${name} as ${role}: ${reason}, not ${expected}`];
    });
    expect(wrong.flat()).toEqual([]);
    expect(await stateOf(world)).toEqual(before);
  });

  test('unknown keys, other shapes and more than 500 changes are refused', async () => {
    const { world, url, cookies, items, before } = await scene();
    const cookie = cookies['dinkes.operator'];
    const { id, version } = items[0] as TestItem;
    const change = { mutationId: 'uji', itemId: id, version, fields: { title: 'Dicuri' } };
    const asked = { step: 'submit', items: [{ mutationId: 'uji', itemId: id, version }] };
    const bad: [string, unknown[]][] = [
      ...[
        { ...change, status: 'approved' },
        { ...change, regionId: '99-99' },
        { ...change, version: -1 },
      ].map((one): [string, unknown[]] => ['saveChangesAction', [[one]]]),
      ['saveChangesAction', [change]],
      ['saveChangesAction', [[change], [change]]],
      ['saveChangesAction', []],
      ['saveChangesAction', [Array.from({ length: 501 }, () => change)]],
      ['takeStepAction', [{ ...asked, actor: 'dinkes' }]],
      ['takeStepAction', [{ ...asked, step: 'ratify' }]],
      ['takeStepAction', [{ ...asked, items: [] }]],
      ['arrangeAction', [{ changes: [{ ...change, isArchived: 'ya' }] }]],
      ['arrangeAction', [{ changes: [{ ...change, place: { parentId: id, position: 'a0' } }] }]],
      [
        'addCommentAction',
        [{ mutationId: 'uji', itemId: id, field: null, threadId: null, text: 'x', authorId: 'a' }],
      ],
      [
        'addCommentAction',
        [{ mutationId: 'uji', itemId: id, field: null, threadId: null, text: 'x'.repeat(2001) }],
      ],
      ['settleThreadAction', [{ mutationId: 'uji', threadId: 'x' }]],
      ['markReadAction', [{ subjectId: id, position: -1, revision: 0 }]],
      ['claimItemAction', [{ itemId: id, isTaken: true, isTakeOver: true, userId: 'x' }]],
      ['nameVersionAction', [{ mutationId: 'uji', name: 'Versi', revision: 1 }]],
      ['nameVersionAction', [{ mutationId: 'uji', name: 'x'.repeat(101) }]],
      ['openHallAction', [{ mutationId: 'uji', stageId: 'x', day: 0 }]],
      ['openHallAction', [{ mutationId: 'uji', stageId: 'x', day: 1, joinCode: 'AAAAAA' }]],
      ['closeHallAction', [{ mutationId: 'uji', hallId: 'x', name: 'Versi' }]],
      ['makeScreenKeyAction', [{ hallId: 'x', key: 'AAAAAAAA' }]],
      ['openScreenAction', [{ key: 'x', regionId: '33-03' }]],
      ['openScreenAction', [{ key: 'x'.repeat(41) }]],
      [
        'suggestAction',
        [
          {
            mutationId: 'uji',
            text: 'x',
            about: { what: 'item', itemId: id, version, field: null, proposed: null, state: 'adopted' },
          },
        ],
      ],
      ['suggestAction', [{ mutationId: 'uji', text: 'x', about: { what: 'lain' } }]],
      ['adoptSuggestionAction', [{ mutationId: 'uji', suggestionId: 'x' }]],
      ['giveScoresAction', [{ scores: [{ mutationId: 'uji', itemId: id, scores: { impact: 6 } }] }]],
      ['giveScoresAction', [{ scores: [{ mutationId: 'uji', itemId: id, scores: {}, userId: 'x' }] }]],
      [
        'decideRankAction',
        [{ mutationId: 'uji', dimensionId: 'p1-sl', seen: null, itemIds: [], reason: '' }],
      ],
      ['reopenScoringAction', [{ mutationId: 'uji', decisionId: 'x', reason: 'x'.repeat(501) }]],
      ['noteRankAction', [{ mutationId: 'uji', decisionId: 'x', notedById: 'x' }]],
      ['endSessionAction', [{ id: '0'.repeat(64), userId: 'x' }]],
      ['changePasswordAction', [{ current: 'a', wanted: 'b', repeated: 'b', userId: 'x' }]],
    ];
    for (const [name, args] of bad) {
      const path = table.actions[name]?.path ?? '';
      expect([name, args, reasonsOf(await callAction(url, { name, args, path, cookie }))]).toEqual([
        name,
        args,
        ['invalid'],
      ]);
    }
    expect(await stateOf(world)).toEqual(before);
  });

  test('every action refuses what does not come from a page of the site, and changes nothing', async () => {
    const { world, url } = await scene();
    const live = await signInAs(url, 'dinarpus');
    const untouched = await stateOf(world);
    const answers = await replayAsStrangers(url, live);
    const taken = answers.filter(({ isTaken }) => isTaken).map(({ what }) => what);
    expect(taken).toEqual([]);
    expect(await stateOf(world)).toEqual(untouched);
    expect(await isSignedIn(url, live)).toBe(true);
  });

  test('a request from elsewhere is refused, not failed upon', async () => {
    const { url } = await scene();
    const answers = await replayAsStrangers(url, '');
    expect(
      answers.filter(({ status }) => status >= 500).map(({ what, status }) => `${what}: ${status}`),
    ).toEqual([]);
  });

  test("nobody ends another's session; one's own ends at once", async () => {
    const { world, url, cookies } = await scene();
    const mine = await signInAs(url, 'dinarpus');
    const query = `SELECT s.id FROM "Session" s JOIN "User" u ON u.id = s."userId" AND u."regionId" = s."regionId"
    WHERE u.username = 'dinarpus' AND s."endedAt" IS NULL ORDER BY s."createdAt" DESC LIMIT 1`;
    const [session] = await world.sql<{ id: string }>(query);
    const call = { name: 'endSessionAction', args: [{ id: session?.id }], path: '/akun' };
    for (const role of roleNames.filter(name => groupOf(name) !== 'out')) {
      const [reason] = reasonsOf(await callAction(url, { ...call, cookie: cookies[role] }));
      expect([role, reason]).toEqual([role, table.barredReason(role, call.name) ?? 'none']);
    }
    expect(await isSignedIn(url, mine)).toBe(true);
    expect(reasonsOf(await callAction(url, { ...call, cookie: mine }))).toEqual(['ok']);
    expect(await isSignedIn(url, mine)).toBe(false);
  });

  test('speaking: whoever reads an item may, and what was said is shown to nobody else', async () => {
    const { url, cookies, items } = await scene();
    const cells = roleNames.flatMap(role => items.map(item => ({ role, item })));
    const wrong = await inTurns(cells, async ({ role, item }) => {
      const { id, relation, status } = item;
      const said = {
        mutationId: randomUUID(),
        itemId: id,
        field: null,
        threadId: null,
        text: `${item.secrets[0]}`,
      };
      const call = { name: 'addCommentAction', path: '/indikator/x', cookie: cookies[role] };
      const [reason] = reasonsOf(await callAction(url, { ...call, args: [said] }));
      const expected = table.commentReason(role, relation, status);
      return reason === expected ? [] : [`${role}, ${relation}, ${status}: ${reason}, not ${expected}`];
    });
    expect(wrong.flat()).toEqual([]);
    const leaking = await inTurns(roleNames, async role => {
      const answer = await ask(`${url}/kabar`, { cookie: cookies[role] });
      const leaked = leaks(
        answer,
        items.filter(item => !mayRead(role)(item)),
      );
      return leaked.length > 0 ? [`${role}: ${leaked}`] : [];
    });
    expect(leaking.flat()).toEqual([]);
  });

  test('what is allowed is taken: save, submit, approve, reopen; a retry hears the same', async () => {
    const { url, cookies, items } = await scene();
    const item = items.find(
      ({ relation, status }) => relation === 'DLH in SN' && status === 'draft',
    ) as TestItem;
    const itemId = item.id;
    const change = { mutationId: randomUUID(), itemId, version: 1, fields: { source: 'BPS' } };
    expect(await mustTake(url, cookies.dlh, 'saveChangesAction', [change])).toBe(2);
    expect(await mustTake(url, cookies.dlh, 'saveChangesAction', [change])).toBe(2);
    const step = (version: number) => ({ items: [{ mutationId: randomUUID(), itemId, version }] });
    expect(await mustTake(url, cookies.dlh, 'takeStepAction', { step: 'submit', ...step(2) })).toBe(3);
    expect(await mustTake(url, cookies.dlh, 'takeStepAction', { step: 'withdraw', ...step(3) })).toBe(4);
    expect(await mustTake(url, cookies.dlh, 'takeStepAction', { step: 'submit', ...step(4) })).toBe(5);
    expect(
      await mustTake(url, cookies.bappelitbangda, 'takeStepAction', { step: 'approve', ...step(5) }),
    ).toBe(6);
    const reopen = { step: 'reopen', note: 'Angka baru.', ...step(6) };
    expect(await mustTake(url, cookies.bappelitbangda, 'takeStepAction', reopen)).toBe(7);
  });
}

// Origins that are none of ours, and what a browser says of a request that another site began.
function strangersTo(url: string): Record<string, string | undefined>[] {
  const origins = [
    undefined,
    '',
    'null',
    'https://evil.example',
    `${url}.evil.example`,
    'http://localhost:1',
  ];
  return [
    ...origins.map(origin => ({ origin })),
    ...['cross-site', 'same-site'].map(site => ({ 'sec-fetch-site': site })),
    { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
  ];
}

function replayAsStrangers(url: string, live: string) {
  const cells = Object.entries(table.actions).flatMap(([name, { path, args }]) =>
    strangersTo(url).flatMap(headers =>
      (live ? ['', live] : ['']).flatMap(cookie =>
        [false, true].map(isForm => ({ name, path, args, headers, cookie, isForm })),
      ),
    ),
  );
  return inTurns(cells, async ({ isForm, ...call }) => {
    const fields = call.args[0] as Record<string, string>;
    const answer = await (isForm ? postForm(url, { ...call, fields }) : callAction(url, call));
    const { status, headers, text } = answer;
    const who = call.cookie ? 'signed in' : 'by nobody';
    const what = `${call.name} ${who}${isForm ? ' as a form' : ''} with ${JSON.stringify(call.headers)}`;
    const isMarked = headers['set-cookie'] || headers['x-action-redirect'] || status === 303;
    // A form's answer is its whole page; what it must not have done is in the database.
    const isRefused = isForm || status >= 400 || text.includes('tidak datang dari halaman Rembug');
    return { what, status, isTaken: Boolean(isMarked) || !isRefused };
  });
}
