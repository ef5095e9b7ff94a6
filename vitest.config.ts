import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const conditions = ['react-server', 'node'];

// Another zone and language than in production: what depends on either fails here.
const env = { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LOG_LEVEL: 'silent' };
Object.assign(process.env, env);

const shared = {
  env,
  setupFiles: ['tests/support/strict-console.ts', 'tests/support/fixed-seed.ts'],
};

export default defineConfig({
  resolve: { alias: { '@': root } },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          // Some read the whole program, or start a process.
          testTimeout: 20_000,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/{architecture,sentences}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'drills',
          include: ['tests/drills/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
