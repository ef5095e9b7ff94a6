import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Fields } from '@/lib/plan/kinds/kind';
import { emptyCell } from '@/lib/plan/kinds/kind';
import type { Outcome } from '@/lib/plan/outcome';
import { atEnd } from '../bench/ending';
import type { SeededPlan } from '../bench/seeded-plan';
import { saveLine } from '../support/browser';
import { findChromium } from '../support/chromium.mjs';
import { builtActions, returned } from '../support/endpoints/actions';
import { signInAs } from '../support/endpoints/world';
import type { Role } from './cast';
import type { Attempt, History } from './history';

type Seat = { page: Page; itemId: string; name: string; typed: Map<number, number> };

/** The browser of the tests, without anything that talks to elsewhere. */
export function launchBrowser(): Promise<Browser> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['--disable-quic', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath: findChromium() || undefined, args: [...quiet, ...root] });
}

/** Real browsers with one item page each, typing in its yearly values. */
export class Browsers {
  private seats: Seat[] = [];
  private counter = 0;
  /** What was sent and is not answered yet. */
  private open = new Map<string, Attempt[]>();

  constructor(
    private readonly history: History,
    private readonly plan: SeededPlan,
  ) {}

  async sitDown(roles: readonly Role[], site: string, direct: string): Promise<void> {
    const browser = await launchBrowser();
    atEnd(() => browser.close());
    for (const [index, { person, own }] of roles.entries()) {
      const context = await browser.newContext({
        baseURL: site,
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const name = `peramban ${index + 1} (${person})`;
      await this.listen(page, name);
      const [cookie = '', value = ''] = (await signInAs(direct, person, this.plan.regionId)).split('=', 2);
      await context.addCookies([{ name: cookie, value, url: site }]);
      await page.goto(`/indikator/${own}`);
      await page.getByLabel(`Target ${this.plan.years[0]}`).waitFor();
      this.seats.push({ page, itemId: own, name, typed: new Map() });
    }
  }

  get count(): number {
    return this.seats.length;
  }

  /** Types a new value into one year, as a person does. */
  async type(index: number, year: number): Promise<void> {
    const seat = this.seats[index % this.seats.length];
    if (!seat) return;
    this.counter += 1;
    const value = 900_000 + this.counter;
    seat.typed.set(year, value);
    await seat.page.getByLabel(`Target ${year}`).fill(String(value));
  }

  /** Waits until every page says that all is saved; answers with those that do not. */
  async settle(limitMs: number): Promise<string[]> {
    const restless: string[] = [];
    for (const { page, name, itemId, typed } of this.seats) {
      const line = saveLine(page).filter({ hasText: /^Tersimpan \d\d\.\d\d$/ });
      await page.locator('h1').click();
      await line.waitFor({ timeout: limitMs }).catch(async () => {
        restless.push(`${name}: ${await saveLine(page).textContent()}`);
      });
      for (const [year, value] of typed) {
        const believed = { ...emptyCell, low: String(value) };
        const belief = { client: name, itemId, field: `milestones.${year}`, value: believed };
        this.history.beliefs.push({ ...belief, choice: 'mine' });
      }
    }
    for (const since = Date.now(); this.open.size > 0 && Date.now() - since < limitMs; ) await pause(20);
    return restless;
  }

  /** Writes down what the page sends and hears, from within the page: only there is every answer seen whole. */
  private async listen(page: Page, name: string): Promise<void> {
    await page.exposeFunction('rembugSent', (key: string, body: string) => {
      const [{ changes }] = JSON.parse(body) as [{ changes: Sent[] }];
      const attempts = changes.map(({ mutationId, itemId, version, fields }) => ({
        ...{ client: name, mutationId, itemId, version, fields },
        ...{ at: Date.now(), until: null, outcome: null },
      }));
      this.open.set(`${name} ${key}`, attempts);
      this.history.attempts.push(...attempts);
    });
    await page.exposeFunction('rembugHeard', (key: string, status: number, text: string) => {
      const attempts = this.open.get(`${name} ${key}`) ?? [];
      this.open.delete(`${name} ${key}`);
      const answer = returned({ status, headers: {}, text, bytes: Buffer.alloc(0) });
      if (!Array.isArray(answer)) return;
      for (const attempt of attempts) {
        const outcome = (answer as Outcome[]).find(({ mutationId }) => mutationId === attempt.mutationId);
        Object.assign(attempt, { until: Date.now(), outcome: outcome ?? null });
      }
    });
    await page.addInitScript(overhear, builtActions().saveChangesAction ?? '');
  }
}

type Ears = {
  rembugSent: (key: string, body: string) => Promise<void>;
  rembugHeard: (key: string, status: number, text: string) => Promise<void>;
};

// Runs in the page, before anything of it; named functions in it would need what only the test runner has.
function overhear(saving: string): void {
  const ears = window as unknown as Ears;
  const original = window.fetch;
  let count = 0;
  window.fetch = async (input, init) => {
    if (new Headers(init?.headers).get('next-action') !== saving) return original(input, init);
    count += 1;
    const key = `${performance.timeOrigin} ${count}`;
    await ears.rembugSent(key, String(init?.body));
    try {
      const response = await original(input, init);
      // A page acts on what has come by the time that the connection is cut, so that much counts as heard.
      void (async () => {
        const reader = response.clone().body?.pipeThrough(new TextDecoderStream()).getReader();
        let text = '';
        try {
          for (let next = await reader?.read(); next && !next.done; next = await reader?.read())
            text += next.value;
        } finally {
          await ears.rembugHeard(key, response.status, text);
        }
      })().catch(() => {});
      return response;
    } catch (error) {
      void ears.rembugHeard(key, 0, '');
      throw error;
    }
  };
}

type Sent = { mutationId: string; itemId: string; version: number; fields: Fields };
