import { defineConfig } from '@playwright/test';

// Workers read this file too and must find the same port.
process.env.REMBUG_E2E_PORT ??= String(20_000 + (process.pid % 20_000));

const executablePath = process.env.REMBUG_CHROMIUM || undefined;
const quiet = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/output/e2e',
  globalSetup: './tests/support/e2e.ts',
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${process.env.REMBUG_E2E_PORT}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // What a service worker fetches no test could hold up; offline.spec.ts lets it in.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: ['--no-first-run', ...quiet, ...sandbox] },
  },
});
