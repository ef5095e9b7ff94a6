import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { person } from '../support/browser';
import { ask } from '../support/http';

const phone = { viewport: { width: 360, height: 740 } };
const kilobytes = (bytes: number) => Math.round(bytes / 102.4) / 10;

/** What an address costs with an empty cache, in kilobytes as they came over the network, with all it loads. */
async function firstLoad(page: Page, address: string): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.clearBrowserCache');
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await client.detach();
  return kilobytes(bytes);
}

async function draftOf(browser: Browser, username: string) {
  const { page } = await person(browser, username, undefined, phone);
  const href = await page.locator('a[href^="/indikator/"]').first().getAttribute('href');
  return { page, href: href ?? '' };
}

test('signing in costs at most 145 KB on a phone that was never here', async ({ browser }) => {
  const page = await (await browser.newContext(phone)).newPage();
  expect(await firstLoad(page, '/masuk')).toBeLessThanOrEqual(145);
});

test('an editing page costs at most 190 KB with an empty cache', async ({ browser }) => {
  const { page, href } = await draftOf(browser, 'dinkes.operator');
  expect(await firstLoad(page, href)).toBeLessThanOrEqual(190);
});

test('the plan costs at most 190 KB with an empty cache, and its data at most 40 KB', async ({ browser }) => {
  const { page } = await person(browser, 'dewan', undefined, phone);
  expect(await firstLoad(page, '/rencana')).toBeLessThanOrEqual(190);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const { bytes } = await ask(new URL('/rencana/tabel', page.url()).href, { cookie });
  expect(kilobytes(gzipSync(bytes).length)).toBeLessThanOrEqual(40);
  expect(kilobytes(brotliCompressSync(bytes).length)).toBeLessThanOrEqual(40);
});
