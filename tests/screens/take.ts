// `npm run screens`: the pictures of the README, from the built program with demo data.
import { rmSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { demoPassword } from '../../prisma/seed/demo-accounts';
import { findChromium } from '../support/chromium.mjs';
import { reachableFolder } from '../support/folder';
import { freePort, startProgram } from '../support/program';

type Shot = { name: string; username: string; path: string; width: number; height: number };

const shots: Shot[] = [
  { name: 'rencana', username: 'dewan', path: '/rencana', width: 1366, height: 900 },
  { name: 'rencana-ponsel', username: 'dewan', path: '/rencana?tahun=2026', width: 360, height: 740 },
  { name: 'dimensi', username: 'dewan', path: '/rencana/dimensi/sl', width: 1366, height: 900 },
  { name: 'kemajuan', username: 'sekretariat', path: '/kemajuan', width: 1366, height: 900 },
  { name: 'tinjau', username: 'dinkes', path: '/tinjau', width: 1366, height: 900 },
  { name: 'pekerjaan-ponsel', username: 'dinkes.operator', path: '/pekerjaan', width: 360, height: 740 },
];

async function signIn(page: Page, url: string, username: string) {
  await page.goto(`${url}/masuk`);
  await page.getByLabel('Kabupaten/Kota').selectOption({ label: 'Kabupaten Purbalingga' });
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.waitForURL('**/pekerjaan');
}

const dataDir = reachableFolder();
const program = await startProgram({ DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'warn' });
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ executablePath: findChromium() || undefined, args: sandbox });
try {
  for (const { name, username, path, width, height } of shots) {
    const context = await browser.newContext({
      ...{
        viewport: { width, height },
        locale: 'id-ID',
        timezoneId: 'Asia/Jakarta',
        reducedMotion: 'reduce',
      },
    });
    const page = await context.newPage();
    await signIn(page, program.url, username);
    await page.goto(program.url + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: `tests/screens/${name}.png` });
    process.stdout.write(`tests/screens/${name}.png\n`);
    await context.close();
  }
} finally {
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
