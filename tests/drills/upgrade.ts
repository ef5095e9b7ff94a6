// `npm run drill:upgrade`: a newer build takes the place of the program while somebody types in a page of the older
// one. Nothing typed is lost, one button loads the page anew, and what waited is sent after it. A third build whose
// entries have another shape says that something waits which it cannot read.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { atEnd, endAll, endOnSignals } from '../bench/ending';
import { say } from '../bench/report';
import { saveLine } from '../support/browser';
import { builtActions } from '../support/endpoints/actions';
import { signInAs } from '../support/endpoints/world';
import { reachableFolder } from '../support/folder';
import { launchBrowser } from './browsers';
import { castOf } from './cast';
import { copyTo } from './copy';
import { type Stage, setStage } from './stage';

function must(isTrue: boolean, what: string): void {
  say(`  ${isTrue ? 'ya   ' : 'TIDAK'}  ${what}`);
  if (!isTrue) process.exitCode = 1;
}

/** A copy of the program that is built anew, changed first. */
function newerBuild(change: (root: string) => void): string {
  const root = reachableFolder();
  atEnd(() => rmSync(root, { recursive: true, force: true }));
  copyTo(root);
  change(root);
  return root;
}

async function replace(stage: Stage, root: string): Promise<void> {
  await stage.stopProgram('SIGTERM');
  await stage.startProgram(root);
}

async function saysSoon(page: Page, text: string): Promise<boolean> {
  return saveLine(page)
    .getByText(text)
    .waitFor({ timeout: 60_000 })
    .then(
      () => true,
      () => false,
    );
}

async function run(): Promise<void> {
  const stage = await setStage(50, 6);
  const [role] = castOf(stage.plan, 1);
  if (!role) throw new Error('nobody is there');
  const browser = await launchBrowser();
  atEnd(() => browser.close());
  const context = await browser.newContext({ baseURL: stage.site });
  const [name = '', value = ''] = (await signInAs(stage.site, role.person, stage.plan.regionId)).split(
    '=',
    2,
  );
  await context.addCookies([{ name, value, url: stage.site }]);
  const page = await context.newPage();
  page.on('dialog', dialog => dialog.accept());
  await page.goto(`/indikator/${role.own}`);
  await page.getByLabel('Sumber data').fill('Diketik di bangunan pertama');
  must(await saysSoon(page, 'Tersimpan'), 'isian pertama tersimpan');

  const older = builtActions().saveChangesAction;
  const second = newerBuild(root =>
    writeFileSync(join(root, 'public/versi.txt'), 'bangunan kedua, hanya untuk latihan ini'),
  );
  await replace(stage, second);
  must(
    builtActions(join(second, '.next')).saveChangesAction !== older,
    'bangunan kedua menamai aksinya lain',
  );
  await page.getByLabel('Sumber data').fill('Diketik di halaman lama');
  must(await saysSoon(page, 'Rembug sudah diperbarui'), 'halaman lama berkata bahwa programnya diperbarui');
  await page.getByRole('button', { name: 'Muat ulang' }).click();
  must(await saysSoon(page, 'Tersimpan'), 'sesudah dimuat ulang, ketikan terkirim');
  must(
    (await page.getByLabel('Sumber data').inputValue()) === 'Diketik di halaman lama',
    'dan tampak di isiannya',
  );

  // Nothing gets through while something waits, and then comes a build that keeps its entries in another shape.
  await context.route('**', (route, request) =>
    request.method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByLabel('Sumber data').fill('Menunggu dalam bentuk lama');
  must(await saysSoon(page, 'Belum terkirim'), 'ketikan menunggu di perangkat');
  const third = newerBuild(root => {
    const file = join(root, 'lib/live/outbox-entry.ts');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('export const shape = 1;', 'export const shape = 2;'),
    );
  });
  await replace(stage, third);
  await context.unroute('**');
  await page.goto('/pekerjaan');
  const told = page.getByText('disimpan oleh versi lain dari program ini');
  must(
    await told.waitFor({ timeout: 30_000 }).then(
      () => true,
      () => false,
    ),
    'bangunan ketiga menyebut ketikan yang tidak dapat dibacanya',
  );
}

endOnSignals();
try {
  await run();
} finally {
  await endAll();
}
process.exit();
