import { expect, type Locator, type Page, test } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import { neighbour } from '../support/browser';

/** Presses Tab until this has the focus; what has it on the way must be seen and not be covered. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
    expect(await focusProblem(page)).toBeNull();
  }
  throw new Error(`not reached by Tab: ${wanted}`);
}

/** Why the focused element cannot be seen, or null. */
function focusProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const row = focused.closest('.row');
    const rings = [focused, row]
      .filter(element => element !== null)
      .map(element => getComputedStyle(element));
    if (!rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px')) {
      return `no focus ring: ${focused.outerHTML.slice(0, 120)}`;
    }
    const { left, top, width, height } = focused.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const above = document.elementFromPoint(x, y);
    const isCovered =
      above !== null &&
      !focused.contains(above) &&
      !above.contains(focused) &&
      above.closest('.nav') !== null;
    return isCovered ? `covered: ${focused.outerHTML.slice(0, 120)}` : null;
  });
}

async function press(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.type(text);
}

async function signInByKeyboard(page: Page, username: string): Promise<void> {
  await page.goto('/masuk');
  await type(page, page.getByLabel('Kabupaten/Kota'), neighbour);
  await type(page, page.getByLabel('Nama pengguna'), username);
  await type(page, page.getByLabel('Kata sandi', { exact: true }), demoPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Pekerjaan saya' })).toBeVisible();
}

test('by keyboard alone: create, fill, hand in, approve', async ({ browser }) => {
  const owner = await browser.newPage();
  await signInByKeyboard(owner, 'dinkes');
  await press(owner, owner.getByRole('link', { name: 'Isian per dimensi' }));
  await press(owner, owner.getByRole('link', { name: 'Smart Governance' }));
  await expect(owner.getByRole('heading', { level: 1, name: /Smart Governance/ })).toBeFocused();
  await type(owner, owner.getByLabel('Nama tujuan baru'), 'Terwujudnya layanan yang mudah');
  await owner.keyboard.press('Enter');
  await expect(
    owner.getByRole('heading', { level: 1, name: 'Terwujudnya layanan yang mudah' }),
  ).toBeVisible();
  await tabTo(owner, owner.getByRole('radio', { name: 'Utama' }));
  await owner.keyboard.press('Space');
  await expect(owner.getByRole('status').filter({ hasText: /^Tersimpan/ })).toBeVisible();
  const submit = owner.getByRole('button', { name: 'Ajukan tujuan' });
  await press(owner, submit);
  await owner.keyboard.press('Escape');
  await expect(submit).toBeFocused();
  await owner.keyboard.press('Enter');
  await press(owner, owner.getByRole('dialog').getByRole('button', { name: 'Ajukan tujuan' }));
  await expect(owner.locator('.page-head .tag')).toHaveText('Diajukan');

  const reviewer = await browser.newPage();
  await signInByKeyboard(reviewer, 'diskominfo');
  await press(reviewer, reviewer.getByRole('link', { name: 'Tinjau sekarang' }));
  await press(reviewer, reviewer.getByRole('link', { name: 'Terwujudnya layanan yang mudah' }));
  await press(reviewer, reviewer.getByRole('button', { name: 'Setujui tujuan' }));
  await press(reviewer, reviewer.getByRole('dialog').getByRole('button', { name: 'Setujui 1 isian' }));
  await expect(reviewer.getByText('Tidak ada yang menunggu.')).toBeVisible();
});
