import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';

export const purbalingga = 'Kabupaten Purbalingga';
export const neighbour = 'Kota Contoh Seberang';

/** Signs in through the form; fails when any page logs an error on the console from here on. */
export async function signIn(page: Page, username: string, region = purbalingga): Promise<void> {
  await page.goto('/masuk');
  await enterName(page, username, region);
  await expect(page.getByRole('heading', { level: 1, name: 'Pekerjaan saya' })).toBeVisible();
}

/** Fills in and sends the form of the page of signing in. */
export async function enterName(page: Page, username: string, region = purbalingga): Promise<void> {
  await page.getByLabel('Kabupaten/Kota').selectOption({ label: region });
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
}

/** A browser of its own for one person, with its errors collected. */
export async function person(
  browser: Browser,
  username: string,
  region = purbalingga,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = collectErrors(page);
  await signIn(page, username, region);
  return { page, context, errors };
}

/** Everything that goes wrong on a page: script errors, console errors, broken security policy. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(`${page.url()}: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()} ${message.location().url}`);
  });
  return errors;
}

/** No violation of WCAG 2.2 AA that a machine can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`,
  );
  expect([page.url(), found]).toEqual([page.url(), []]);
}

/** The page itself does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect([page.url(), over]).toEqual([page.url(), 0]);
}

/** The one line of a page that says whether what was typed is saved. */
export const saveLine = (page: Page) => page.locator('.page-head p.save');
