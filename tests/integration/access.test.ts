import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, SignedOut } from '@/lib/access/policy';
import { database } from '@/lib/database/client';
import { getAccount } from '@/lib/people/read/account';
import type { RegionFile } from '@/lib/people/region-file';
import { endSession } from '@/lib/people/write/end-session';
import { foundRegion } from '@/lib/people/write/found-region';
import { changePassword, setDisabled } from '@/lib/people/write/passwords';
import { getDimension } from '@/lib/plan/read/dimension';
import { listDimensionCounts } from '@/lib/plan/read/dimension-counts';
import { getFrame } from '@/lib/plan/read/frame';
import { getGrid } from '@/lib/plan/read/grid';
import { getItem } from '@/lib/plan/read/item';
import { listItemRows } from '@/lib/plan/read/item-rows';
import { listLastSteps } from '@/lib/plan/read/last-steps';
import { getMatrix } from '@/lib/plan/read/matrix';
import { listPublicDimensions } from '@/lib/plan/read/public-dimensions';
import { listWaiting } from '@/lib/plan/read/queue';
import { countWaiting, getWork } from '@/lib/plan/read/work';
import { walk } from '@/lib/plan/tree';
import type { Status, Step } from '@/lib/plan/workflow';
import { actorNamed as namedActor } from '@/prisma/seed/people';
import { expectLogMatchesTables } from '../support/fold';
import {
  begin,
  edit,
  made,
  makeRegion,
  password,
  save,
  smallRegion,
  smallTree,
  step,
} from '../support/small-region';
import { freshDatabase } from '../support/world';

const statuses: Status[] = ['draft', 'submitted', 'returned', 'approved'];
const people = [
  ...[
    'a',
    'a.operator',
    'b',
    'c',
    'c.operator',
    'd',
    'sekretariat',
    'kedua',
    'dewan',
    'pendamping',
    'bupati',
    'utusan',
  ],
  ...['mantan', 'foreign'],
];
const members = people.filter(person => person !== 'mantan' && person !== 'foreign');

/** Whose item it is, who may read it as a draft, who owns it, who reviews it (DESIGN 6, by hand). */
const relations = {
  'of department C, in dimension X which A coordinates': {
    readsDraft: ['a', 'utusan', 'c', 'c.operator', 'b', 'sekretariat', 'pendamping'],
    owners: ['c', 'c.operator'],
    reviewers: ['a', 'utusan'],
  },
  'of the coordinating department A itself': {
    readsDraft: ['a', 'a.operator', 'kedua', 'sekretariat', 'pendamping'],
    owners: ['a', 'a.operator'],
    reviewers: ['kedua'],
  },
  "the region's own, of department D": {
    readsDraft: ['d', 'sekretariat', 'pendamping'],
    owners: ['d'],
    reviewers: ['sekretariat'],
  },
} as const;
type Relation = keyof typeof relations;

let url: string;
let actors: Record<string, Actor>;
let items: Record<Relation, Record<Status, { id: string; version: number }>>;

beforeAll(async () => {
  url = await freshDatabase();
  const { as } = await makeRegion('10.01');
  const other = await makeRegion('10.02');
  actors = Object.fromEntries(
    await Promise.all(
      people.map(async person => [
        person,
        person === 'foreign' ? await other.as('sekretariat') : await as(person),
      ]),
    ),
  );
  const { target } = await smallTree(as);
  const make = async (relation: Relation): Promise<Record<Status, { id: string; version: number }>> => {
    const owner = relations[relation].owners[0];
    const reviewer = actorNamed(relations[relation].reviewers[0]);
    const place = relation.startsWith('the region') ? { dimension: null } : { parentId: target };
    const entries = statuses.map(async status => {
      const change = begin({ kind: 'indicator', department: owner, ...place });
      if (relation.startsWith('of department C')) change.fields.supporters = ['b'];
      const id = await made(actorNamed(owner), change);
      if (status === 'draft') return [status, { id, version: 1 }];
      await step(actorNamed(owner), 'submit', id, 1);
      if (status === 'submitted') return [status, { id, version: 2 }];
      await step(reviewer, status === 'returned' ? 'return' : 'approve', id, 2, 'Perbaiki.');
      return [status, { id, version: 3 }];
    });
    return Object.fromEntries(await Promise.all(entries));
  };
  const names = Object.keys(relations) as Relation[];
  items = Object.fromEntries(
    await Promise.all(names.map(async name => [name, await make(name)])),
  ) as typeof items;
});
afterAll(() => expectLogMatchesTables(url));

function actorNamed(person: string): Actor {
  const actor = actors[person];
  if (!actor) throw new Error(`no ${person}`);
  return actor;
}

function mayRead(person: string, relation: Relation, status: Status): boolean {
  if (!members.includes(person)) return false;
  const isWithOwner = status === 'draft' || status === 'returned';
  return !isWithOwner || (relations[relation].readsDraft as readonly string[]).includes(person);
}

for (const relation of Object.keys(relations) as Relation[]) {
  describe(`an indicator ${relation}`, () => {
    for (const status of statuses) {
      for (const person of people) {
        it(`${status}: ${person} reads as far as the rules say`, async () => {
          const actor = actorNamed(person);
          const { id } = items[relation][status];
          const frame = await getFrame(actor);
          const may = mayRead(person, relation, status);
          const answer = await getItem(actor, frame, id);
          const otherwise = members.includes(person) ? 'hidden' : 'missing';
          expect(answer.kind).toBe(may ? 'open' : otherwise);
          if (!may) expect(JSON.stringify(answer)).not.toContain('Cakupan layanan');
          const matrix = await getMatrix(actor, frame, {});
          expect([...matrix.rows, ...matrix.own].some(row => row.id === id)).toBe(may);
          const page = await getDimension(actor, frame, relation.startsWith('the region') ? 'daerah' : 'x1');
          expect(walk(page?.tree ?? []).some(({ node }) => node.item.id === id)).toBe(may);
          const waits = (await listWaiting(actor, frame)).some(waiting => waiting.id === id);
          const reviews = (relations[relation].reviewers as readonly string[]).includes(person);
          expect(waits).toBe(status === 'submitted' && reviews);
          expect(await countWaiting(actor, frame)).toBe((await listWaiting(actor, frame)).length);
          const work = await getWork(actor, frame);
          const owns = (relations[relation].owners as readonly string[]).includes(person);
          expect(work.items.some(item => item.id === id)).toBe(owns);
          const grid = (await getGrid(actor, frame)).items.find(item => item.id === id);
          expect(grid?.isEditable).toBe(owns ? status === 'draft' || status === 'returned' : undefined);
          const supports = person === 'b' && relation.startsWith('of department C');
          expect(work.supported.some(item => item.id === id)).toBe(supports);
        });
      }
    }

    // Refusals leave everything as it is, so all of them can be tried on the same items.
    for (const status of statuses) {
      for (const person of people) {
        it(`${status}: ${person} is refused every change and step that is not theirs`, async () => {
          const actor = actorNamed(person);
          const { id, version } = items[relation][status];
          const owns = (relations[relation].owners as readonly string[]).includes(person);
          const reviews = (relations[relation].reviewers as readonly string[]).includes(person);
          const isWithOwner = status === 'draft' || status === 'returned';
          if (!(owns && isWithOwner)) {
            const outcome = await save(actor, edit(id, version, { title: 'Dicuri' }));
            const expected = owns ? 'status' : mayRead(person, relation, status) ? 'denied' : 'missing';
            expect(outcome).toMatchObject({ ok: false, reason: expected });
          }
          const isMine: Record<Step, boolean> = {
            ...{ submit: owns && isWithOwner, withdraw: owns && status === 'submitted' },
            ...{ approve: reviews && status === 'submitted', return: reviews && status === 'submitted' },
            reopen: reviews && status === 'approved',
          };
          for (const [name, mine] of Object.entries(isMine) as [Step, boolean][]) {
            if (mine) continue;
            const outcome = await step(actor, name, id, version, 'Catatan.');
            const isTheirs = name === 'submit' || name === 'withdraw' ? owns : reviews;
            const expected = !mayRead(person, relation, status) ? 'missing' : isTheirs ? 'status' : 'denied';
            expect([name, outcome]).toMatchObject([name, { ok: false, reason: expected }]);
          }
        });
      }
    }
  });
}

describe('what is allowed', () => {
  for (const relation of Object.keys(relations) as Relation[]) {
    it(`the owner and the reviewer take an indicator ${relation} all the way round`, async () => {
      const owner = actorNamed(relations[relation].owners[0]);
      const reviewer = actorNamed(relations[relation].reviewers[0]);
      const { id } = items[relation].draft;
      expect(await save(owner, edit(id, 1, { source: 'BPS' }))).toMatchObject({ ok: true, version: 2 });
      expect(await step(owner, 'submit', id, 2)).toMatchObject({ ok: true, version: 3 });
      expect(await step(owner, 'withdraw', id, 3)).toMatchObject({ ok: true, version: 4 });
      expect(await step(owner, 'submit', id, 4)).toMatchObject({ ok: true, version: 5 });
      expect(await step(reviewer, 'return', id, 5, ' ')).toMatchObject({ ok: false, reason: 'note' });
      expect(await step(reviewer, 'return', id, 5, 'Lengkapi.')).toMatchObject({ ok: true, version: 6 });
      expect(await step(owner, 'submit', id, 6)).toMatchObject({ ok: true, version: 7 });
      expect(await step(reviewer, 'approve', id, 6)).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await step(reviewer, 'approve', id, 7)).toMatchObject({ ok: true, version: 8 });
      expect(await step(reviewer, 'reopen', id, 8)).toMatchObject({ ok: false, reason: 'note' });
      expect(await step(reviewer, 'reopen', id, 8, 'Angka baru.')).toMatchObject({ ok: true, version: 9 });
    });
  }

  it('only departments begin items, and only for themselves', async () => {
    for (const person of people) {
      const outcome = await save(actorNamed(person), begin({ kind: 'goal', department: 'c' }));
      expect([person, outcome.ok]).toEqual([person, person === 'c' || person === 'c.operator']);
    }
  });

  it("any department hangs its own target and indicator under another's", async () => {
    const b = actorNamed('b');
    const goal = await made(actorNamed('c'), begin({ kind: 'goal', department: 'c' }));
    const target = await made(b, begin({ kind: 'target', department: 'b', parentId: goal }));
    expect(
      await save(actorNamed('d'), begin({ kind: 'indicator', department: 'd', parentId: target })),
    ).toMatchObject({ ok: true });
  });
});

describe('settings of the plan', () => {
  it('open drafts to everybody', async () => {
    const open = await makeRegion('10.03', { draftsVisible: true });
    const { indicator } = await smallTree(open.as);
    const actor = await open.as('dewan');
    expect((await getItem(actor, await getFrame(actor), indicator)).kind).toBe('open');
  });

  it('let the coordinator approve its own with a reason, marked as such', async () => {
    const self = await makeRegion('10.04', { selfReview: true });
    const { indicator } = await smallTree(self.as, 'a');
    const head = await self.as('a');
    await step(head, 'submit', indicator, 1);
    expect(await step(head, 'approve', indicator, 2)).toMatchObject({ ok: false, reason: 'note' });
    expect(await step(head, 'approve', indicator, 2, 'Tidak ada penyetuju lain.')).toMatchObject({
      ok: true,
    });
    const [item] = await listItemRows(head, database('10-04'), { id: indicator });
    expect(item?.selfApproved).toBe(true);
  });
});

describe('a second approver', () => {
  const withRoles = async (code: string, roles: RegionFile['accounts'][number]['roles']) => {
    const file = smallRegion(code);
    for (const account of file.accounts) if (account.username === 'kedua') account.roles = roles;
    const { regionId } = await foundRegion(file, { password });
    return (username: string) => namedActor(regionId, username);
  };

  it('does not decide on a department they draft for', async () => {
    const as = await withRoles('10.08', [
      { role: 'secondApprover', department: 'A', tenure: 'definitive' },
      { role: 'operator', department: 'A', tenure: 'definitive' },
    ]);
    const { goal } = await smallTree(as, 'a');
    const both = await as('kedua');
    await step(both, 'submit', goal, 1);
    expect(await step(both, 'approve', goal, 2)).toMatchObject({ ok: false, reason: 'denied' });
    expect(await listWaiting(both, await getFrame(both))).toEqual([]);
  });

  it('is named only while in office', async () => {
    const as = await withRoles('10.09', [
      { role: 'secondApprover', department: 'D', to: '2020-01-01', tenure: 'plt' },
    ]);
    expect((await getFrame(await as('a'))).secondApprovers).toEqual([]);
  });
});

describe('whoever holds no role today', () => {
  it('is told no counts either', async () => {
    const former = actorNamed('mantan');
    const frame = await getFrame(former);
    expect((await listDimensionCounts(former, frame)).map(({ items: count }) => count)).toEqual([0, 0, 0]);
    expect((await getMatrix(former, frame, {})).hidden).toBe(0);
    expect((await getDimension(former, frame, 'x1'))?.hidden).toEqual({});
  });
});

describe('a warning against the target', () => {
  it('is shown to the reviewer as it was to the owner', async () => {
    const owner = actorNamed('c');
    const goal = await made(owner, begin({ kind: 'goal', department: 'c' }));
    const target = await made(
      owner,
      begin({ kind: 'target', department: 'c', parentId: goal, fields: { title: 'Menurunnya layanan' } }),
    );
    const fields = { 'reasons.against-parent': 'Layanan yang dimaksud lain.' };
    const indicator = await made(
      owner,
      begin({ kind: 'indicator', department: 'c', parentId: target, fields }),
    );
    expect(await step(owner, 'submit', indicator, 1)).toMatchObject({ ok: true });
    const reviewer = actorNamed('a');
    const waiting = await listWaiting(reviewer, await getFrame(reviewer));
    // The other one is that it looks like the others of these tests.
    expect(waiting.find(({ id }) => id === indicator)?.warnings).toBe(2);
  });
});

describe('a person who was disabled while their change waited', () => {
  it('is asked for once more and refused', async () => {
    const late = { ...actorNamed('d'), asOf: Date.now() - 5_000 } as Actor;
    const goal = await made(late, begin({ kind: 'goal', department: 'd' }));
    await setDisabled(late, late.userId, true);
    await expect(save(late, edit(goal, 1, { title: 'Terlambat' }))).rejects.toThrow(SignedOut);
    await setDisabled(late, late.userId, false);
  });
});

describe('a locked plan', () => {
  it('takes no change and no step from anybody, and says so', async () => {
    const locked = await makeRegion('10.05');
    const { indicator } = await smallTree(locked.as);
    await database('10-05').stage.updateMany({ where: { regionId: '10-05' }, data: { state: 'locked' } });
    const owner = await locked.as('c');
    expect(await save(owner, edit(indicator, 1, { title: 'x' }))).toMatchObject({
      ok: false,
      reason: 'locked',
    });
    expect(await step(owner, 'submit', indicator, 1)).toMatchObject({ ok: false, reason: 'locked' });
    expect((await getWork(owner, await getFrame(owner))).next).toEqual({ kind: 'locked' });
    await database('10-05').stage.updateMany({ where: { regionId: '10-05' }, data: { state: 'open' } });
  });
});

describe('the second lock', () => {
  it('shows nothing of another region even to a query that asks for it', async () => {
    const foreign = { regionId: '10-01' };
    const db = database('10-02');
    expect(await db.item.count({ where: foreign })).toBe(0);
    expect(await db.user.count({ where: foreign })).toBe(0);
    expect(await db.event.count({ where: foreign })).toBe(0);
    await expect(
      db.decree.create({ data: { ...foreign, id: randomUUID(), kind: 'x', number: 'x' } }),
    ).rejects.toThrow();
  });
});

describe('own accounts only', () => {
  it('are read and changed by the person alone', async () => {
    const [a, b] = [actorNamed('a'), actorNamed('b')];
    expect((await getAccount(a)).username).toBe('a');
    expect((await getAccount(b)).username).toBe('b');
    expect(await endSession(a, { id: 'f'.repeat(64) })).toEqual({ ok: false });
    const wanted = 'empat kata yang acak';
    expect(await changePassword(a, { current: 'salah', wanted, repeated: wanted })).toMatchObject({
      ok: false,
      field: 'current',
    });
  });

  it('never reach over the border of the region', async () => {
    const foreign = actorNamed('foreign');
    const frame = await getFrame(foreign);
    const ids = Object.values(items).flatMap(byStatus => Object.values(byStatus).map(({ id }) => id));
    expect(await listItemRows(foreign, database(foreign.regionId), { id: { in: ids } })).toEqual([]);
    expect((await listLastSteps(foreign, ids)).size).toBe(0);
    expect((await listDimensionCounts(foreign, frame)).every(({ items: count }) => count === 0)).toBe(true);
    expect((await listPublicDimensions(foreign.regionId)).map(({ code }) => code)).toEqual(['X1', 'Y1']);
  });
});

describe('completeness', () => {
  // Each exported read and write of lib is tried above, or is a piece that the ones above are made of.
  const tried = [
    ...[
      'getAccount',
      'endSession',
      'changePassword',
      'getDimension',
      'listDimensionCounts',
      'getFrame',
      'getItem',
    ],
    ...[
      'listItemRows',
      'listLastSteps',
      'getMatrix',
      'listPublicDimensions',
      'listWaiting',
      'countWaiting',
      'getWork',
    ],
    ...['saveChanges', 'takeStep'],
    // tests/integration/plan: arranging, talking, catalogue, progress.
    ...['listArchive', 'addComment', 'settleThread', 'markRead', 'claimItem', 'getNews', 'countUnread'],
    ...['listThreads', 'searchCatalogue', 'getProgress', 'getGrid'],
    // tests/integration/plan: image, versions.
    // tests/integration/live.
    ...['listWritten', 'getItemNews'],
    ...['getImage', 'getPlanAsOf', 'getSide', 'getMarks', 'listVersions', 'listRestorable', 'nameVersion'],
    // tests/integration/managing: people, departments, coordinators.
    ...['listPeople', 'getPerson', 'listDepartments', 'getDepartment', 'getCoordinators', 'getChoices'],
    ...['listSlipCandidates', 'dryRun', 'createPerson', 'changePerson', 'disablePerson', 'endSessionOf'],
    ...['addMembership', 'endMembership', 'makeSlips', 'importRows', 'nameCoordinator'],
    ...['createDepartment', 'changeDepartment'],
    // tests/integration/succession.
    ...['startSuccession', 'changeBasis', 'dropSuccession', 'addHeir', 'releaseHeir', 'keepChoices'],
    ...['applySuccession', 'listSuccessions', 'getDepartmentSuccession', 'listWithoutSuccessor'],
    ...['listPassedOn', 'succeedItem'],
    // tests/integration/plan/reading.
    ...['countBelow', 'getDimensionSummary', 'getTreePicture'],
    // tests/integration/guests.
    ...['findGuestJoin', 'joinAsGuest', 'makeInvitation', 'endInvitation', 'decideOnGuest', 'endGuest'],
    ...['listInvitations', 'getInvitation', 'listGuestHistory', 'countGuestsWaiting', 'getOwnRequest'],
    // tests/integration/suggestions.
    ...['makeSuggestion', 'adoptSuggestion', 'declineSuggestion', 'withdrawSuggestion', 'handOnSuggestion'],
    ...['listSuggestions', 'getSuggestion', 'listSuggestionsAt', 'countToAnswer'],
    ...['listAnswers', 'countUnreadAnswers', 'getItemChoices', 'getIdeaChoices', 'listParents'],
    // tests/integration/plan/merging.
    ...['listSimilar', 'countSimilar', 'getBeside', 'listBeside', 'listSharing', 'listMerged'],
    ...['mergeItems', 'unmergeItem', 'giveVerdict', 'endVerdict'],
    // tests/integration/hall.
    ...['openHall', 'closeHall', 'getOpenHall', 'listPastHalls', 'listHallChoices', 'countInHall'],
    ...['findJoin', 'getWall', 'getWallTag'],
    // tests/integration/council.
    ...['openSitting', 'changeSitting', 'closeSitting', 'addPoint', 'withdrawPoint', 'tickAttendance'],
    ...['addGuest', 'removeAttendance', 'decide', 'revokeDecision', 'getSitting', 'listSittings'],
    ...['getOpenSitting', 'getOpenMatters', 'getEndorsements', 'listDecisions', 'getDecision', 'getSince'],
    ...['listDeciders', 'listPeopleToTick', 'getCouncilTasks', 'getDeck', 'getMinutes', 'getSignOffs'],
    ...['footerOf', 'countUndecided'],
    // tests/integration/plan/ipm.
    ...['getIpm'],
    // tests/integration/priorities.
    ...['getPriorities', 'getDimensionPriorities', 'listToScore', 'listRanks'],
    ...['setCriteria', 'giveScores', 'decideRank', 'reopenScoring', 'noteRank'],
    // tests/integration/practice.
    ...['getSides', 'getGuide', 'getOwnGuide', 'getPractised', 'listProgress'],
    // tests/integration/rpjmd.
    ...['getReferences', 'hasReference', 'listTrees', 'getTree', 'getSuccession', 'getAlignment'],
    // tests/integration/stages.
    ...['listStages', 'addStage', 'changeStage', 'moveStage'],
    // tests/integration/ratification, amendment.
    ...['getRatification', 'leaveOut', 'takeIn', 'explain', 'ratify', 'amend', 'getEarlierItem'],
    ...['listEarlierPlans', 'getDifferences'],
    ...['importTree', 'repealTree', 'nameSuccessors', 'dryRunTree', 'readTable', 'readSheetText'],
  ];
  const pieces = [
    ...['parseFields', 'placeUnder', 'withPlan', 'isPlanLocked', 'earlierOutcome', 'policyFrame'],
    ...['saveWithin', 'standing', 'store', 'letGo'],
    ...['beginItem', 'storeComment', 'endClaim', 'storeVersion', 'judged'],
    ...['getEverything', 'getKeeper', 'mergedView', 'notInPlan', 'takeRegion'],
    ...['getGiven', 'stopped', 'carryItems', 'carrySuggestions'],
    ...[
      'newerChanges',
      'insertItem',
      'changeItem',
      'withoutPlan',
      'withoutReading',
      'recall',
      'keep',
      'getWatchedFrame',
      'remember',
      'groundOf',
      'withRegion',
      'getCredentials',
    ],
    ...[
      'settled',
      'holdsStill',
      'answeredBefore',
      'newerSince',
      'knownPlaces',
      'isStillRun',
      'decreeOf',
      'makeMembership',
      'endSessions',
    ],
    ...['readWorld', 'whySucceeded'],
    ...['listHistory', 'drawSlips', 'getKnownRows', 'rowsOf'],
    ...['takeSitting', 'matterOf', 'calledToday', 'attend'],
    ...['getCriteria', 'listScores', 'listDecisions'],
    ...[
      'getKeepers',
      'getGround',
      'listLeftBehind',
      'countExamples',
      'joinPractice',
      'takeSide',
      'leaveSide',
    ],
    // From the terminal only; tests/integration/people.
    ...['foundRegion', 'resetPassword', 'setDisabled'],
  ];

  it('leaves no exported function of a read or write room out', async () => {
    const own = [
      ...['council', 'hall', 'people', 'people/guests', 'plan'],
      ...['practice', 'priority', 'ratification', 'rpjmd', 'stages', 'suggestions'],
    ];
    const rooms = own.flatMap(room => [`lib/${room}/read`, `lib/${room}/write`]);
    const files = rooms.flatMap(room => readdirSync(room).map(file => join(process.cwd(), room, file)));
    const modules = await Promise.all(
      files.map(file => import(/* @vite-ignore */ file) as Promise<Record<string, unknown>>),
    );
    const exported = modules.flatMap(module =>
      Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? name : [])),
    );
    expect(exported.sort()).toEqual([...tried, ...pieces].sort());
  });
});
