import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actorOfToken, closeSession, deviceMark, listRegions, openSession } from '@/lib/access/session';
import { database } from '@/lib/database/client';
import { getAccount } from '@/lib/people/read/account';
import { regionFile } from '@/lib/people/region-file';
import { endSession } from '@/lib/people/write/end-session';
import { foundRegion } from '@/lib/people/write/found-region';
import { changePassword, resetPassword, setDisabled } from '@/lib/people/write/passwords';
import { expectLogMatchesTables } from '../support/fold';
import { makeRegion, password, smallRegion } from '../support/small-region';
import { asOwner, freshDatabase } from '../support/world';

let url: string;
let regionId: string;

beforeAll(async () => {
  process.env.AUTH_SECRET = 'rahasia-uji-yang-cukup-panjang-untuk-uji';
  url = await freshDatabase();
  ({ regionId } = await makeRegion());
});
afterEach(() => expectLogMatchesTables(url));

const credentials = (username: string, secret = password) => ({
  ...{ regionId, username, password: secret, address: '10.0.0.1', device: 'Uji' },
});

async function signedIn(username: string, secret = password): Promise<string> {
  const result = await openSession(credentials(username, secret));
  if (!result.ok) throw new Error(result.message);
  return result.token;
}

describe('signing in', () => {
  it('opens a session whose row decides, and keeps only a hash of its key', async () => {
    const token = await signedIn('c');
    expect((await actorOfToken(token))?.name).toBe('Kepala C');
    const rows = await asOwner(url, async client => (await client.query('SELECT id FROM "Session"')).rows);
    expect(JSON.stringify(rows)).not.toContain(token);
    await closeSession(token);
    expect(await actorOfToken(token)).toBeNull();
  });

  it('takes the user name in any case', async () => {
    expect((await openSession(credentials(' C.Operator '))).ok).toBe(true);
  });

  it('says the same of an unknown name and a wrong password', async () => {
    const unknown = await openSession(credentials('tidak-ada'));
    const wrong = await openSession(credentials('d', 'salah'));
    expect(unknown).toEqual(wrong);
  });

  it('does not open for a key that names no session', async () => {
    expect(await actorOfToken('karangan')).toBeNull();
  });

  it('keeps user names apart by region', async () => {
    const other = await makeRegion('10.02');
    const token = await signedIn('c');
    expect((await actorOfToken(token))?.regionId).toBe(regionId);
    expect(other.regionId).not.toBe(regionId);
    expect((await listRegions()).map(({ id }) => id)).toEqual(['10-01', '10-02']);
  });

  it('gives a person without a role of today nothing', async () => {
    const actor = await actorOfToken(await signedIn('mantan'));
    expect(actor?.grants).toEqual([]);
  });

  it('ends after an hour without use, and after twelve hours in any case', async () => {
    for (const [column, hours] of [
      ['lastSeenAt', 1.01],
      ['createdAt', 12.01],
    ] as const) {
      const token = await signedIn('c');
      await asOwner(url, client =>
        client.query(
          `UPDATE "Session" SET "${column}" = now() - interval '${hours} hours' WHERE "endedAt" IS NULL`,
        ),
      );
      expect(await actorOfToken(token)).toBeNull();
    }
  });
});

describe('too many failures', () => {
  it('make the account wait longer and longer, but not a device it knows', async () => {
    for (let k = 0; k < 5; k += 1) await openSession(credentials('b', 'salah'));
    const held = await openSession(credentials('b'));
    expect(held).toMatchObject({ ok: false });
    if (!held.ok) expect(held.message).toMatch(/^Terlalu banyak percobaan\. Coba lagi dalam \d+ detik\.$/);
    expect((await openSession(credentials('b'), deviceMark(regionId, 'b'))).ok).toBe(true);
    expect((await openSession(credentials('b'), deviceMark(regionId, 'c'))).ok).toBe(false);
  });

  it('count guesses that are made side by side', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 40 }, () => openSession(credentials('a.operator', 'salah'))),
    );
    const tried = guesses.filter(result => !result.ok && !result.message.startsWith('Terlalu'));
    expect(tried.length).toBeLessThanOrEqual(6);
  });

  it('open no connections for regions that do not exist', async () => {
    const connections = () =>
      asOwner(url, async client =>
        Number(
          (
            await client.query(
              `SELECT count(*) FROM pg_stat_activity WHERE application_name = 'rembug' AND datname = current_database()`,
            )
          ).rows[0].count,
        ),
      );
    const before = await connections();
    for (let k = 0; k < 20; k += 1) await openSession({ ...credentials('x'), regionId: `tidak-ada-${k}` });
    expect(await connections()).toBeLessThanOrEqual(before + 2);
  });

  it('let 200 people behind one address in within a minute', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, k) =>
        openSession({ ...credentials(`orang-${k}`), address: '10.9.9.9' }),
      ),
    );
    const stopped = results.filter(result => !result.ok && result.message.startsWith('Terlalu'));
    expect(stopped).toEqual([]);
  });
});

describe('a password', () => {
  it('is replaced by sixty people at once', async () => {
    const actor = await actorOfToken(await signedIn('sekretariat'));
    if (!actor) throw new Error('not signed in');
    const wanted = 'enam puluh orang sekaligus';
    const changes = Array.from({ length: 60 }, () =>
      changePassword(actor, { current: password, wanted, repeated: wanted }),
    );
    const outcomes = await Promise.all(changes);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is replaced by its owner, which ends all other sessions', async () => {
    const [here, elsewhere] = [await signedIn('d'), await signedIn('d')];
    const actor = await actorOfToken(here);
    if (!actor) throw new Error('not signed in');
    const change = (current: string, wanted: string, repeated = wanted) =>
      changePassword(actor, { current, wanted, repeated });
    expect(await change(password, 'pendek')).toMatchObject({ ok: false, field: 'wanted' });
    expect(await change(password, 'kabupaten uji')).toMatchObject({ ok: false, field: 'wanted' });
    expect(await change(password, 'x'.repeat(129))).toMatchObject({ ok: false, field: 'wanted' });
    expect(await change(password, 'kuda sawah hujan', 'kuda sawah hujat')).toMatchObject({
      ok: false,
      field: 'repeated',
    });
    expect(await change('salah', 'kuda sawah hujan')).toMatchObject({ ok: false, field: 'current' });
    expect(await change(password, 'kuda sawah hujan')).toEqual({ ok: true });
    expect(await actorOfToken(here)).not.toBeNull();
    expect(await actorOfToken(elsewhere)).toBeNull();
    expect((await openSession(credentials('d'))).ok).toBe(false);
    expect((await openSession(credentials('d', 'kuda sawah hujan'), deviceMark(regionId, 'd'))).ok).toBe(
      true,
    );
  });

  it('is reset to a one-use one, which ends all sessions and must be replaced', async () => {
    const token = await signedIn('a');
    const actor = await actorOfToken(token);
    const fresh = await resetPassword({ regionId, userId: 'system', name: 'Uji' }, actor?.userId ?? '');
    expect(await actorOfToken(token)).toBeNull();
    const again = await actorOfToken(await signedIn('a', fresh));
    expect(again?.mustChangePassword).toBe(true);
  });

  it('never reaches the log', async () => {
    const bodies = await asOwner(url, async client => (await client.query('SELECT body FROM "Event"')).rows);
    expect(JSON.stringify(bodies)).not.toMatch(/argon2|kuda sawah/);
  });
});

describe('an account', () => {
  it('that is disabled ends at once and opens no more, until it is enabled', async () => {
    const token = await signedIn('pendamping');
    const actor = await actorOfToken(token);
    const author = { regionId, userId: 'system', name: 'Uji' };
    await setDisabled(author, actor?.userId ?? '', true);
    expect(await actorOfToken(token)).toBeNull();
    expect((await openSession(credentials('pendamping'))).ok).toBe(false);
    await setDisabled(author, actor?.userId ?? '', false);
    expect((await openSession(credentials('pendamping'))).ok).toBe(true);
  });

  it('that is disabled is nobody even while its session is open', async () => {
    const token = await signedIn('dewan');
    const set = (value: string) =>
      asOwner(url, client =>
        client.query(
          `UPDATE "User" SET "disabledAt" = ${value} WHERE username = 'dewan' AND "regionId" = '${regionId}'`,
        ),
      );
    await set('now()');
    expect(await actorOfToken(token)).toBeNull();
    await set('NULL');
    expect(await actorOfToken(token)).not.toBeNull();
  });

  it('shows its open sessions and ends one of them', async () => {
    const [here, there] = [await signedIn('bupati'), await signedIn('bupati')];
    const actor = await actorOfToken(here);
    if (!actor) throw new Error('not signed in');
    const { sessions } = await getAccount(actor);
    expect(sessions.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    expect(await endSession(actor, { id: other?.id ?? '' })).toEqual({ ok: true });
    expect(await actorOfToken(there)).toBeNull();
    expect(await actorOfToken(here)).not.toBeNull();
  });
});

describe('a region file', () => {
  const file = () => JSON.parse(JSON.stringify(smallRegion('10.07')));

  it('makes a region with one-use passwords that must be replaced', async () => {
    const { regionId: id, passwords } = await foundRegion(regionFile.parse(file()));
    const secretariat = passwords.find(({ username }) => username === 'sekretariat');
    expect(secretariat?.password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
    expect(new Set(passwords.map(entry => entry.password)).size).toBe(passwords.length);
    const result = await openSession({ ...credentials('sekretariat', secretariat?.password), regionId: id });
    expect(result.ok && (await actorOfToken(result.token))?.mustChangePassword).toBe(true);
  });

  it('is refused a second time, and nothing of it stays', async () => {
    await expect(foundRegion(regionFile.parse(file()))).rejects.toThrow('sudah ada');
    expect(await database('10-07').department.count({ where: { regionId: '10-07' } })).toBe(4);
  });

  const faults: [string, (draft: ReturnType<typeof smallRegion>) => void][] = [
    [
      'no secretariat',
      draft => {
        draft.accounts = draft.accounts.slice(1);
      },
    ],
    [
      'a coordinator that is no department',
      draft => {
        if (draft.dimensions[0]) draft.dimensions[0].coordinator = 'Z';
      },
    ],
    [
      'a department named twice',
      draft => {
        draft.departments.push({ code: 'a', name: 'Lagi', kind: 'DEPARTMENT' });
      },
    ],
    [
      'years that do not rise',
      draft => {
        draft.plan.years = [2026, 2025];
      },
    ],
    [
      'a year before the baseline',
      draft => {
        draft.plan.years = [2023];
      },
    ],
    [
      'a subdimension named twice',
      draft => {
        for (const one of draft.dimensions) one.subdimensions = [{ code: 'S', name: 'Sama' }];
      },
    ],
    [
      'a head without a department',
      draft => {
        draft.accounts.push({ username: 'x', name: 'X', roles: [{ role: 'head', tenure: 'definitive' }] });
      },
    ],
    [
      'a delegate without a dimension',
      draft => {
        draft.accounts.push({
          username: 'x',
          name: 'X',
          roles: [{ role: 'coordinator', department: 'A', tenure: 'definitive' }],
        });
      },
    ],
    [
      'an unknown key',
      draft => {
        Object.assign(draft, { extra: 1 });
      },
    ],
  ];
  for (const [name, spoil] of faults) {
    it(`with ${name} is refused with a reason`, () => {
      const draft = file();
      spoil(draft);
      const parsed = regionFile.safeParse(draft);
      expect(parsed.success).toBe(false);
    });
  }
});
