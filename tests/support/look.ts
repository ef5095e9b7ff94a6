import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './browser';

/**
 * Looks at a page on a phone, a laptop and a projector: nothing scrolls sideways, a machine finds no barrier, and
 * pictures stay in the test's output for people. Leaves the page as wide as a laptop.
 */
export async function look(page: Page, folder: string, name: string): Promise<void> {
  for (const width of [360, 1920, 1366]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
    if (width === 360) await expectAccessible(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: `tests/output/${folder}/${name}-${width}.png`, fullPage: true });
  }
}
