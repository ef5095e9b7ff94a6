import { callAction } from './actions';
import { type Role, roleNames, roles } from './expected';
import { signInAs, type World } from './world';

/** Signs every role in and then takes from some what makes their cookie count. Answers with a Cookie header each. */
export async function giveCookies({ url, sql }: World): Promise<Record<Role, string>> {
  await makeGuests(sql);
  const cookies = { nobody: '' } as Record<Role, string>;
  for (const role of roleNames) {
    const who = roles[role] as { user?: string; region?: string };
    if (who.user) cookies[role] = await signInAs(url, who.user, who.region);
  }
  cookies.damaged = damaged(await signInAs(url, 'dinkes'));
  await callAction(url, { name: 'signOut', args: [{}], path: '/akun', cookie: cookies['signed out'] });
  const user = (role: Role) => [(roles[role] as { user: string }).user];
  const ofUser = `"regionId" = '33-03' AND "userId" = (SELECT id FROM "User" WHERE "regionId" = '33-03' AND username = $1)`;
  await sql(
    `UPDATE "Session" SET "lastSeenAt" = "lastSeenAt" - interval '61 minutes' WHERE ${ofUser}`,
    user('away for an hour'),
  );
  await sql(
    `UPDATE "Membership" SET "validTo" = now() - interval '2 days' WHERE ${ofUser}`,
    user('without a role today'),
  );
  await sql(
    `UPDATE "Department" SET "validTo" = now() - interval '2 days' WHERE "regionId" = '33-03' AND id = $1`,
    user('of an ended department'),
  );
  const named = `WHERE "regionId" = '33-03' AND username = $1`;
  await sql(`UPDATE "User" SET "disabledAt" = now() ${named}`, user('disabled'));
  await sql(`UPDATE "User" SET "mustChangePassword" = true ${named}`, user('one-use password'));
  return cookies;
}

/** Two guests of the region as the database holds them, with the password of the demo accounts: one was admitted. */
async function makeGuests(sql: World['sql']): Promise<void> {
  await sql(
    `INSERT INTO "GuestInvitation" ("regionId", id, title, "joinCode", "validTo", most, "madeAt", "madeById")
      SELECT '33-03', 'undangan-uji', 'Undangan uji', 'ABCDEFGH', now() + interval '2 days', 10, now(), id
      FROM "User" WHERE "regionId" = '33-03' AND username = 'sekretariat'`,
  );
  for (const [name, state] of [
    ['tamu.uji', 'admitted'],
    ['tamu.menunggu', 'waiting'],
  ]) {
    await sql(
      `INSERT INTO "User" ("regionId", id, username, name, "passwordHash", "passwordSetAt", "mustChangePassword", "isDemo")
        SELECT '33-03', $1, $1, 'Tamu uji', "passwordHash", now(), false, true
        FROM "User" WHERE "regionId" = '33-03' AND username = 'dinkes'`,
      [name],
    );
    await sql(
      `INSERT INTO "Guest" ("regionId", id, "invitationId", institution, kind, state, "joinedAt", "decidedAt")
        VALUES ('33-03', $1, 'undangan-uji', 'Kampus uji', 'academic', $2::"GuestState", now(),
          CASE WHEN $2 = 'waiting' THEN NULL ELSE now() END)`,
      [name, state],
    );
  }
  await sql(
    `INSERT INTO "Membership" ("regionId", id, "userId", role, tenure)
      VALUES ('33-03', 'peran-tamu-uji', 'tamu.uji', 'guest', 'definitive')`,
  );
}

// One letter in the middle of the sealed part is another one.
function damaged(cookie: string): string {
  const at = cookie.length - 60;
  return `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`;
}
