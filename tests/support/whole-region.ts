import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { Client } from 'pg';
import { startDatabase } from '../../lib/database/embedded';
import { type RegionFile, regionId } from '../../lib/people/region-file';
import { collectErrors } from './browser';
import { callAction, reasonsOf, returned } from './endpoints/actions';
import { reachableFolder } from './folder';
import { cookiesOf } from './http';
import { freePort, startProgram } from './program';

const secret = 'e2e-secret-e2e-secret-e2e-secret-e2e';
export const ownPassword = 'kuda sawah hujan deras';

export type WholeRegion = Awaited<ReturnType<typeof startWholeRegion>>;

/** The program over a database without demo data, with one region as its file founds it, and its people. */
export async function startWholeRegion(file: RegionFile) {
  const dataDir = reachableFolder();
  const database = await startDatabase({ dataDir, fast: true });
  const path = join(dataDir, 'region.json');
  writeFileSync(path, JSON.stringify(file));
  const env = { DATABASE_URL: database.url, AUTH_SECRET: secret };
  const args = ['--no-deprecation', '--conditions=react-server', '--import', 'tsx'];
  const said = execFileSync(process.execPath, [...args, 'lib/people/region-cli.ts', path], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  const passwords = new Map(
    [...said.matchAll(/^(\S+)\t(\S+)$/gm)].map(([, name = '', password = '']) => [name, password]),
  );
  const program = await startProgram({ ...env, PORT: String(await freePort()) });
  const { url } = program;
  const cookies = new Map<string, string>();
  const watched: string[][] = [];

  /** Signs in with the one-use password and replaces it, as everybody must. */
  async function cookieOf(username: string): Promise<string> {
    const known = cookies.get(username);
    if (known) return known;
    const password = passwords.get(username) ?? ownPassword;
    const signIn = [{ regionId: regionId(file.region.code), username, password }];
    const answer = await callAction(url, { name: 'signIn', path: '/masuk', args: signIn });
    const cookie = `rembug-sesi=${cookiesOf(answer)['rembug-sesi']}`;
    if (password !== ownPassword) {
      const change = [{ current: password, wanted: ownPassword, repeated: ownPassword }];
      const changed = await callAction(url, {
        ...{ name: 'changePasswordAction', path: '/akun', cookie, args: change },
      });
      expect([username, reasonsOf(changed)]).toEqual([username, ['ok']]);
    }
    cookies.set(username, cookie);
    return cookie;
  }

  return {
    ...{ url, passwords, cookieOf },
    /** What went wrong in any of its browsers. */
    errors: () => watched.flat(),
    /** Sends what must be taken, and answers with the new version. */
    async take(username: string, name: 'saveChangesAction' | 'takeStepAction', argument: unknown) {
      const path = name === 'takeStepAction' ? '/tinjau/x' : '/perencanaan/sl';
      const cookie = await cookieOf(username);
      const answer = await callAction(url, { name, path, cookie, args: [argument] });
      const [outcome] = (returned(answer) ?? []) as { ok: boolean; version: number }[];
      expect([username, reasonsOf(answer)]).toEqual([username, ['ok']]);
      return outcome?.version ?? 0;
    },
    /** A browser of one person's own, signed in already. */
    async open(browser: Browser, username: string, address = '/pekerjaan'): Promise<Page> {
      const value = (await cookieOf(username)).replace('rembug-sesi=', '');
      const context = await browser.newContext({ baseURL: url });
      await context.addCookies([{ name: 'rembug-sesi', value, url }]);
      const page = await context.newPage();
      watched.push(collectErrors(page));
      await page.goto(address);
      return page;
    },
    async rows(sql: string) {
      const client = new Client(database.url);
      await client.connect();
      const { rows } = await client.query(sql);
      await client.end();
      return rows;
    },
    async close() {
      await program.stop();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A step of one item, as the page sends it. */
export const stepOf = (step: string, itemId: string, version: number, note?: string) => ({
  ...{ step, note },
  items: [{ mutationId: randomUUID(), itemId, version }],
});
