import type { Locator, Page } from '@playwright/test';

/** A hand at the keyboard and the mouse that counts what it does: every click and every key. */
export class Hand {
  clicks = 0;
  keys = 0;

  constructor(private readonly page: Page) {}

  async click(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  async type(text: string): Promise<void> {
    this.keys += text.length;
    await this.page.keyboard.type(text);
  }

  async press(key: string, times = 1): Promise<void> {
    this.keys += times;
    for (let n = 0; n < times; n += 1) await this.page.keyboard.press(key);
  }

  /** Clicks into a field and types. */
  async fill(field: Locator, text: string): Promise<void> {
    await this.click(field);
    await this.type(text);
  }
}
