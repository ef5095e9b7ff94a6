import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, person } from '../support/browser';
import { mustTake, signInAs, type World } from '../support/endpoints/world';
import { test } from '../support/own-world';

test.use({ worldOf: ['similar', { scope: 'worker' }] });

type Begun = { department: string; by: string; title: string; fields?: Record<string, unknown> };

/** A goal and a target of DINKES in SL, and under it one indicator for each that is named. */
async function enter({ url }: World, begun: readonly Begun[]): Promise<string[]> {
  const parent = async (kind: string, parentId: string | null, title: string) =>
    begin(url, 'dinkes', 'dinkes', { kind, parentId, title });
  const goal = await parent('goal', null, 'Terwujudnya warga yang sehat');
  const target = await parent('target', goal, 'Meningkatnya derajat kesehatan warga');
  const ids: string[] = [];
  for (const { department, by, title, fields } of begun)
    ids.push(await begin(url, by, department, { kind: 'indicator', parentId: target, title, fields }));
  return ids;
}

type Item = { kind: string; parentId: string | null; title: string; fields?: Record<string, unknown> };

async function begin(site: string, by: string, departmentId: string, item: Item): Promise<string> {
  const { kind, parentId, title, fields } = item;
  const itemId = randomUUID();
  const change = {
    ...{ mutationId: randomUUID(), itemId, version: 0, fields: { title, ...fields } },
    create: { kind, parentId, departmentId, dimensionId: 'p1-sl' },
  };
  await mustTake(site, await signInAs(site, by), 'saveChangesAction', { changes: [change] });
  return itemId;
}

const number = (low: string) => ({ low, high: null, text: null, skipReason: null, illustrative: false });
const measure = { unit: '%', direction: 'down', valueType: 'number', baselineYear: 2024 };
const groupOf = (page: Page, title: string | RegExp) =>
  page.locator('section.similar').filter({ has: page.getByRole('heading', { name: title }) });

const wide = { viewport: { width: 1366, height: 768 } };

test('a coordinator puts two indicators together; both owners read what became of them', async ({
  browser,
  world,
}) => {
  test.setTimeout(120_000);
  const [kept, gone] = await enter(world, [
    {
      ...{
        department: 'dpupr',
        by: 'dpupr.operator',
        title: 'Persentase rumah tangga dengan sanitasi layak',
      },
      fields: { ...measure, source: 'BPS', baseline: number('80'), 'milestones.2026': number('84') },
    },
    {
      ...{ department: 'dinrumkim', by: 'dinrumkim.operator' },
      title: 'Prosentase Rumah Tangga dengan Sanitasi Layak',
      fields: { ...measure, source: 'SIMPERKIM', baseline: number('78.5'), 'milestones.2026': number('82') },
    },
  ]);
  const coordinator = await person(browser, 'dinkes', undefined, wide);
  const { page } = coordinator;
  await page.goto('/perencanaan');
  await page.getByRole('link', { name: /Indikator serupa, \d+ kelompok/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Indikator serupa' })).toBeVisible();
  const group = groupOf(page, /rumah tangga dengan sanitasi layak/i);
  await expect(group.getByRole('row', { name: /Sumber data/ })).toContainText('berbeda');
  await expect(group).toContainText('Dua sumber:');
  await group.getByText('Putuskan').click();
  await expectAccessible(page);

  await test.step('a reason is asked for, and what is typed stays', async () => {
    await group.getByRole('radio', { name: 'DPUPR: Persentase' }).check();
    await group.getByRole('button', { name: 'Gabungkan 2 indikator' }).click();
    await expect(group.getByText('Tulis alasannya. Semua OPD pengampu membacanya.')).toBeVisible();
    await group.getByLabel('Alasan').fill('Ukurannya sama; DPUPR yang memegang datanya.');
    await expectAccessible(page);
  });
  await test.step('after one question they are one', async () => {
    await group.getByRole('button', { name: 'Gabungkan 2 indikator' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('DINRUMKIM menjadi OPD pendukung');
    await dialog.getByRole('button', { name: 'Gabungkan 2 indikator' }).click();
    await expect(page.getByRole('status', { name: 'Yang baru terjadi' })).toContainText(
      '2 indikator digabungkan',
    );
    await expect(group).toHaveCount(0);
  });

  const housing = await person(browser, 'dinrumkim.operator', undefined, wide);
  await housing.page.goto(`/indikator/${gone}`);
  await expect(housing.page.getByText(/Digabung ke/)).toBeVisible();
  await expect(
    housing.page.getByText('“Ukurannya sama; DPUPR yang memegang datanya.”').first(),
  ).toBeVisible();
  await expect(housing.page.getByText('Membuat indikator')).toBeVisible();
  await expectAccessible(housing.page);
  const works = await person(browser, 'dpupr.operator', undefined, wide);
  await works.page.goto(`/indikator/${kept}`);
  await works.page.getByRole('link', { name: 'Prosentase Rumah Tangga dengan Sanitasi Layak' }).click();
  await expect(works.page.getByText(/Digabung ke/)).toBeVisible();

  await test.step('the coordinator takes it back', async () => {
    await page.goto(`/indikator/${gone}`);
    await page.getByRole('link', { name: 'Batalkan penggabungan' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'digabung ke' });
    await row.getByText('Batalkan penggabungan').first().click();
    await row.getByLabel('Alasan').fill('Cakupannya ternyata berbeda.');
    await expectAccessible(page);
    await row.getByRole('button', { name: 'Batalkan penggabungan' }).click();
    await expect(row).toHaveCount(0);
    await expect(group).toBeVisible();
  });
  expect([...coordinator.errors, ...housing.errors, ...works.errors]).toEqual([]);
});

test('the same indicator in five districts becomes one definition with five owners, on a phone', async ({
  browser,
  world,
}) => {
  test.setTimeout(120_000);
  const districts = ['01', '02', '03', '04', '05'].map(number => `33.03.${number}`);
  const ids = await enter(
    world,
    districts.map(code => ({
      ...{ department: code, by: code, title: 'Nilai survei kepuasan layanan kecamatan' },
      fields: {
        ...measure,
        unit: 'Nilai',
        direction: 'up',
        definition: 'Rata-rata nilai seluruh unsur survei.',
      },
    })),
  );
  const phone = await person(browser, 'sekretariat', undefined, { viewport: { width: 360, height: 740 } });
  const { page } = phone;
  await page.goto('/perencanaan/serupa');
  const group = groupOf(page, 'Nilai survei kepuasan layanan kecamatan');
  await expect(group).toContainText('5 indikator');
  await expect(group).toContainText('Usulan: satu definisi dengan beberapa pengampu.');
  await expectNoSidewaysScroll(page);
  await group.getByText('Putuskan').click();
  await expect(group.getByRole('radio', { name: 'Satu definisi, beberapa pengampu' })).toBeChecked();
  await group.getByLabel('Alasan').fill('Setiap kecamatan mengukur wilayahnya sendiri.');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await group.getByRole('button', { name: 'Jadikan satu definisi untuk 5 pengampu' }).click();
  await expect(group).toHaveCount(0);
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Satu definisi, beberapa pengampu' }),
  ).toContainText('Setiap kecamatan mengukur wilayahnya sendiri.');
  await page.goto(`/indikator/${ids[0]}`);
  await expect(page.getByText(/Definisi bersama dengan 4 OPD/)).toBeVisible();

  await test.step('when one changes, the others are warned', async () => {
    const change = { mutationId: randomUUID(), itemId: ids[1], version: 1, fields: { unit: 'Indeks' } };
    await mustTake(world.url, await signInAs(world.url, districts[1] ?? ''), 'saveChangesAction', {
      changes: [change],
    });
    await page.goto(`/indikator/${ids[0]}`);
    await expect(page.getByText(/Satuan berbeda dari Kecamatan/)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
  await test.step('it can be taken back', async () => {
    await page.goto('/perencanaan/serupa');
    const decided = page.getByRole('listitem').filter({ hasText: 'Satu definisi, beberapa pengampu' });
    await decided.getByRole('button', { name: 'Batalkan keputusan' }).click();
    await expect(decided).toHaveCount(0);
    await expect(group).toBeVisible();
  });
  expect(phone.errors).toEqual([]);
});
