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
    subjects: ['resetPassword', 'setDisabled'],
    reason: 'take an Author: whoever runs the server writes too, and an Actor is an Author',
  },
  {
    file: 'lib/people/write/take-region.ts',
    subjects: ['withRegion'],
    reason: 'takes an Author, as those who call it',
  },
  {
    file: 'lib/plan/read/public-dimensions.ts',
    subjects: ['listPublicDimensions'],
    reason: 'shown before signing in',
  },
  {
    file: 'lib/plan/read/item-rows.ts',
    subjects: ['structureOf'],
    reason: 'reshapes an item that was already read',
  },
];

export const unrecorded: Exception[] = [
  {
    file: 'lib/people/write/end-session.ts',
    subjects: ['endSession'],
    reason: 'sessions are not logged (DESIGN 3)',
  },
];

export const statusComparisons: Exception[] = [];

export const roleComparisons: Exception[] = [];

export const structureInCode: Exception[] = [];

export const unsafeCode: Exception[] = [];

/** The leaves that run in the browser. Each is a decision: it is loaded, hydrated and paid for by everyone. */
export const clientFiles: string[] = [];
