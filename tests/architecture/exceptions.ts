import type { Violation } from './source';

/** What a rule lets pass in one file, and why. */
export type Exception = { file: string; subjects: string[]; reason: string };

/** Violations as sentences, without the exceptions; an exception that excuses nothing is a violation too. */
export function unexcused(violations: readonly Violation[], exceptions: readonly Exception[]): string[] {
  const excuses = ({ file, subjects }: Exception, violation: Violation) =>
    file === violation.file && subjects.includes(violation.subject);
  const left = violations.filter(violation => !exceptions.some(exception => excuses(exception, violation)));
  const idle = exceptions.flatMap(({ file, subjects, reason }) =>
    subjects
      .filter(
        subject => !violations.some(violation => excuses({ file, subjects: [subject], reason }, violation)),
      )
      .map(subject => `${file}: the exception for “${subject}” is no longer needed`),
  );
  return [...left.map(({ file, line, says }) => `${file}:${line} ${says}`), ...idle];
}

export const withoutActor: Exception[] = [
  {
    file: 'lib/people/write/found-region.ts',
    subjects: ['foundRegion'],
    reason: 'there is nobody yet in a region that is being made',
  },
  {
    file: 'lib/people/write/passwords.ts',
    subjects: ['resetPassword', 'setDisabled', 'endSessions'],
    reason: 'take an Author: whoever runs the server writes too, and an Actor is an Author',
  },
  {
    file: 'lib/people/write/take-region.ts',
    subjects: ['withRegion', 'takeRegion'],
    reason: 'take an Author, as those who call them',
  },
  {
    file: 'lib/hall/read/join.ts',
    subjects: ['findJoin'],
    reason: 'whoever types a code is about to sign in',
  },
  {
    file: 'lib/people/guests/read/guest-join.ts',
    subjects: ['findGuestJoin'],
    reason: 'whoever scans a code has no account yet',
  },
  {
    file: 'lib/people/guests/write/join.ts',
    subjects: ['joinAsGuest'],
    reason: 'asks for the account that it is then the first deed of',
  },
  {
    file: 'lib/plan/read/public-dimensions.ts',
    subjects: ['listPublicDimensions'],
    reason: 'shown before signing in',
  },
];

export const unrecorded: Exception[] = [
  {
    file: 'lib/people/write/end-session.ts',
    subjects: ['endSession', 'endSessionOf', 'end'],
    reason: 'sessions are not logged (DESIGN 3)',
  },
  {
    file: 'lib/plan/write/read-mark.ts',
    subjects: ['markRead'],
    reason: 'read marks are not logged (DESIGN 3)',
  },
  {
    file: 'lib/plan/write/claim.ts',
    subjects: ['claimItem'],
    reason: 'who looks at what is presence, which is not logged (DESIGN 3)',
  },
  {
    file: 'lib/plan/write/recent.ts',
    subjects: ['keep', 'recall', 'remember'],
    reason: 'what a process remembers; nothing is stored',
  },
  {
    file: 'lib/people/write/prepare-succession.ts',
    subjects: ['dropSuccession', 'addHeir', 'releaseHeir', 'keepChoices'],
    reason: 'what is being prepared is not logged; what it leads to is (apply-succession)',
  },
  {
    file: 'lib/live/write/announce.ts',
    subjects: ['announce'],
    reason: 'who is where is presence, which is not logged (DESIGN 3)',
  },
  {
    file: 'lib/practice/write/session.ts',
    subjects: ['takeSide', 'leaveSide', 'move'],
    reason: 'sessions are not logged (DESIGN 3)',
  },
  {
    file: 'lib/exchange/write.ts',
    subjects: ['makeDownload', 'isWaitedFor', 'begin', 'forgetOld', 'run'],
    reason: 'files that were asked for are not logged (DESIGN 3)',
  },
  {
    file: 'lib/exchange/import/write.ts',
    subjects: [
      'openImport',
      'forgetOld',
      'setReading',
      'answerImport',
      'keepAnswers',
      'rememberNames',
      'forgetImport',
      'applyImport',
      'keepResults',
    ],
    reason: 'what somebody looks at before it is written is not logged; what is written goes by saveChanges',
  },
];

/** None: what a status means is asked of lib/plan/workflow. */
export const statusComparisons: Exception[] = [];

export const roleComparisons: Exception[] = [
  {
    file: 'lib/access/session.ts',
    subjects: ["grant.role === 'head'", "grant.role === 'coordinator'"],
    reason: 'mints the Actor: a head acts for what the department coordinates, and so does a delegate',
  },
  {
    file: 'lib/plan/read/frame.ts',
    subjects: ["role: 'secondApprover'"],
    reason: 'asks who reviews, to show it; grants nothing',
  },
];

export const structureInCode: Exception[] = [
  {
    file: 'lib/books/word-page.ts',
    subjects: ['2006'],
    reason: 'part of the name that Word gives its XML',
  },
  {
    file: 'lib/plan/numbers.ts',
    subjects: ['2060'],
    reason: 'the code of a character that joins words',
  },
  {
    file: 'lib/access/password.ts',
    subjects: ['2024', '2025', '2026'],
    reason: 'passwords that an attacker tries first',
  },
  {
    file: 'lib/database/faults.ts',
    subjects: ['2024', '2028', '2034'],
    reason: 'error codes of Prisma',
  },
  {
    file: 'lib/plan/kinds/indicator-fields.ts',
    subjects: ['2020'],
    reason: 'SP2020 is part of the name of a data series, given as an example',
  },
];

export const unsafeCode: Exception[] = [
  {
    file: 'app/layout.tsx',
    subjects: ['dangerouslySetInnerHTML'],
    reason: 'writes the source of a function of this program into the page; nothing from outside is in it',
  },
  {
    file: 'components/matrix/table-box.tsx',
    subjects: ['dangerouslySetInnerHTML'],
    reason: 'shows what components/ui/html made, which escapes whatever is put in',
  },
  {
    file: 'lib/server/console.ts',
    subjects: ['console.error', 'console.warn'],
    reason: 'leads what others say on the console to the log',
  },
  { file: 'lib/server/serve.ts', subjects: ['console.log'], reason: 'keeps Next from greeting twice' },
];

/** The leaves that run in the browser. Each is a decision: it is loaded, hydrated and paid for by everyone. */
export const clientFiles = [
  'app/error.tsx',
  'app/global-error.tsx',
  'components/access/password-toggle.tsx',
  'components/access/sign-in-form.tsx',
  'components/access/sign-out.tsx',
  'components/grid/grid.tsx',
  'components/guests/join-form.tsx',
  'components/hall/close-hall.tsx',
  'components/hall/make-screen.tsx',
  'components/hall/open-hall.tsx',
  'components/hall/screen-form.tsx',
  'components/hall/wall.tsx',
  'components/import/step-form.tsx',
  'components/ipm/chain-table.tsx',
  'components/item/add-item.tsx',
  'components/item/add-later.tsx',
  'components/item/heard.ts',
  'components/item/item-editor.tsx',
  'components/item/item-tasks.tsx',
  'components/item/live-item.tsx',
  'components/item/live-text.tsx',
  'components/item/live-title.tsx',
  'components/item/restore.tsx',
  'components/similar/decide.tsx',
  'components/similar/end-verdict.tsx',
  'components/similar/unmerge.tsx',
  'components/item/save-status.tsx',
  'components/item/seen-mark.tsx',
  'components/item/sender.ts',
  'components/item/step-bar.tsx',
  'components/item/submit-ready.tsx',
  'components/item/tree-tools.tsx',
  'components/item/undo-change.tsx',
  'components/item/unsent.tsx',
  'components/item/waiting.tsx',
  'components/matrix/live-matrix.tsx',
  'components/people/deed-form.tsx',
  'components/people/import-form.tsx',
  'components/people/kept-choices.tsx',
  'components/people/password-form.tsx',
  'components/presentation/presentation.tsx',
  'components/priority/decide-rank.tsx',
  'components/priority/note-rank.tsx',
  'components/priority/reopen-scoring.tsx',
  'components/priority/score-list.tsx',
  'components/practice/guide-later.tsx',
  'components/practice/practice-guide.tsx',
  'components/review/claim-bar.tsx',
  'components/review/queue.tsx',
  'components/rpjmd/import-form.tsx',
  'components/shell/changed.tsx',
  'components/shell/focus-heading.tsx',
  'components/shell/nav-link.tsx',
  'components/suggestions/answer-bar.tsx',
  'components/suggestions/suggest-form.tsx',
  'components/talk/talk.tsx',
  'components/tree/tree-keys.tsx',
  'components/ui/copy-text.tsx',
  'components/ui/dialog.tsx',
  'components/ui/flash.tsx',
  'components/ui/print-button.tsx',
  'components/ui/refresh.tsx',
  'components/versions/name-version.tsx',
];
