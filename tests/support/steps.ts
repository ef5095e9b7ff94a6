import { expect, type Page } from '@playwright/test';
import { saveLine } from './browser';

/** Everything that was typed into this item has been saved. */
export const expectSaved = (page: Page) => expect(saveLine(page)).toHaveText(/^Tersimpan \d\d\.\d\d$/);

/** Hands in the item of this page. @param kind as the button says it: "indikator" */
export async function submit(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: `Ajukan ${kind}` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Ajukan ${kind}` })
    .click();
  await expect(page.locator('.page-head .tag').first()).toHaveText('Diajukan');
}

/** Approves the item of this page. @param kind as the button says it: "indikator" */
export async function approve(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: `Setujui ${kind}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui 1 isian' }).click();
}
