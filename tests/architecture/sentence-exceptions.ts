import type { Exception } from './exceptions';

/** What is named in English because it is written so where it comes from. */
export const namedInEnglish: Exception[] = [
  { file: 'lib/database/backup/tables.ts', subjects: ['Download'], reason: 'the name of a table' },
  {
    file: 'lib/people/account-cli.ts',
    subjects: ['account', 'reset', 'disable', 'enable'],
    reason: 'the command as the operator types it',
  },
  {
    file: 'lib/plan/kinds/indicator.ts',
    subjects: ['event'],
    reason: 'the unit as the plan of Purbalingga has it',
  },
  { file: 'lib/server/settings.ts', subjects: ['error'], reason: 'a value of LOG_LEVEL, as pino has it' },
];
