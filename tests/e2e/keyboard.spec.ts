import { expect, type Locator, type Page, test } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import { neighbour, saveLine } from '../support/browser';

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

test('by keyboard alone: an indicator step by step, its place in the tree, the note that sends it back', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const owner = await browser.newPage();
  const [goal, target, indicator] = [
    'Terwujudnya warga yang cerdas',
    'Meningkatnya minat baca',
    'Indeks minat baca',
  ];
  await signInByKeyboard(owner, 'dinkes');
  await press(owner, owner.getByRole('link', { name: 'Isian per dimensi' }));
  await press(owner, owner.getByRole('link', { name: 'Smart Governance' }));
  await expect(owner.getByRole('heading', { level: 1, name: 'Smart Governance' })).toBeFocused();
  const begin = owner.getByRole('button', { name: 'Tambah tujuan' });
  // In an empty dimension the form stands open already.
  if (await begin.isVisible()) await press(owner, begin);
  await type(owner, owner.getByLabel('Nama tujuan baru'), goal);
  await owner.keyboard.press('Enter');
  await expect(owner.getByRole('heading', { level: 1, name: goal })).toBeVisible();
  await press(owner, owner.getByRole('link', { name: 'Kembali ke Smart Governance' }));
  for (const name of [target, 'Meningkatnya literasi digital']) {
    await press(owner, owner.getByRole('button', { name: `Tambah sasaran di bawah ${goal}` }));
    await owner.keyboard.type(name);
    await owner.keyboard.press('Enter');
    await expect(owner.getByRole('heading', { level: 1, name })).toBeVisible();
    await press(owner, owner.getByRole('link', { name: 'Kembali ke Smart Governance' }));
  }

  await test.step('Alt and an arrow move a row, and the menu opens by Enter', async () => {
    await tabTo(owner, owner.getByRole('link', { name: 'Meningkatnya literasi digital' }));
    await owner.keyboard.press('Alt+ArrowUp');
    await expect(owner.getByRole('status', { name: 'Hasil tindakan' })).toContainText('dinaikkan');
    const titles = owner.locator('.branch .row.stem a.title');
    await expect(titles).toHaveText([/literasi digital$/, /minat baca$/]);
    const menu = owner.getByRole('button', { name: `Menu ${target}` });
    await press(owner, menu);
    await expect(owner.getByRole('dialog', { name: target })).toBeVisible();
    await owner.keyboard.press('Escape');
    await expect(menu).toBeFocused();
  });

  await test.step('an indicator in four steps, an explanation, and the check of the answers', async () => {
    await press(owner, owner.getByRole('button', { name: `Tambah indikator di bawah ${target}` }));
    await owner.keyboard.type(indicator);
    await owner.keyboard.press('Enter');
    await expect(owner.getByText('Langkah 1 dari 4')).toBeVisible();
    await press(owner, owner.getByText('Penjelasan: Nama indikator').locator('..'));
    await expect(owner.getByText('Indikator adalah ukuran yang menunjukkan')).toBeVisible();
    await owner.keyboard.press('Enter');
    await press(owner, owner.getByRole('link', { name: 'Lanjut' }));
    await expect(owner.locator('.step-head')).toBeFocused();
    await type(owner, owner.getByLabel('Satuan'), 'Indeks');
    await tabTo(owner, owner.getByRole('radio', { name: 'Naik baik' }));
    await owner.keyboard.press('Space');
    await press(owner, owner.getByRole('link', { name: 'Lanjut' }));
    for (const [label, value] of [
      [/^Kondisi awal 2024/, '40,5'],
      [/^Target 2025/, '42'],
      [/^Target 2026/, '43,5'],
      [/^Target 2027/, '45'],
    ] as const) {
      await type(owner, owner.getByLabel(label), value);
    }
    await press(owner, owner.getByRole('link', { name: 'Lanjut' }));
    await type(owner, owner.getByLabel('Sumber data'), 'Dinas perpustakaan');
    await press(owner, owner.getByRole('link', { name: 'Periksa kembali isian' }));
    await expect(owner.getByText('Isian ini lengkap dan siap diajukan.')).toBeVisible();
    await expect(saveLine(owner)).toHaveText(/^Tersimpan/);
    await owner.keyboard.press('Control+Enter');
    await press(owner, owner.getByRole('dialog').getByRole('button', { name: 'Ajukan indikator' }));
    await expect(owner.locator('.page-head .tag')).toHaveText('Diajukan');
    await expect(owner.getByRole('heading', { level: 1, name: indicator })).toBeFocused();
  });

  const reviewer = await browser.newPage();
  await signInByKeyboard(reviewer, 'diskominfo');
  await press(reviewer, reviewer.getByRole('link', { name: 'Tinjau sekarang' }));
  await press(reviewer, reviewer.getByRole('link', { name: indicator }));
  await press(reviewer, reviewer.getByRole('link', { name: 'Lewati antrean' }));
  await type(reviewer, reviewer.getByLabel(/^Catatan untuk/), 'Siapa penerbitnya?');
  await tabTo(reviewer, reviewer.getByLabel('Catatan ini tentang'));
  await reviewer.keyboard.type('Sumber data');
  await press(reviewer, reviewer.getByRole('button', { name: 'Kembalikan indikator' }));
  await expect(reviewer.getByRole('status', { name: 'Yang baru terjadi' })).toContainText('dikembalikan');

  await owner.goto('/kabar');
  await press(owner, owner.getByRole('link', { name: indicator }));
  const field = owner.locator('.field').filter({ has: owner.getByLabel('Sumber data') });
  await expect(field.locator('.note-from')).toContainText('Siapa penerbitnya?');
  await press(owner, field.getByRole('link', { name: 'Balas' }));
  await press(owner, owner.getByRole('button', { name: 'Balas' }));
  await owner.keyboard.type('Perpustakaan daerah.');
  await press(owner, owner.getByRole('button', { name: 'Kirim balasan' }));
  await expect(owner.locator('.thread')).toContainText('Perpustakaan daerah.');
  await type(owner, owner.getByLabel('Sumber data'), ', tahunan');
  await expect(saveLine(owner)).toHaveText(/^Tersimpan/);
  await owner.keyboard.press('Control+Enter');
  await press(owner, owner.getByRole('dialog').getByRole('button', { name: 'Ajukan indikator' }));
  await expect(owner.locator('.page-head .tag')).toHaveText('Diajukan');
});
