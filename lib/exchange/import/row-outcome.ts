import type { ItemKind } from '@/lib/plan/kinds/kind';
import type { Finding, PlannedChange, ReportRow, RowOutcome } from './report';
import type { TableRow } from './table';

/** What was decided of a row: what is told, and what would be written. */
export type Decided = { report: ReportRow; changes: PlannedChange[] };

/** The outcome of a row: the gravest of its findings, or what it would do without them. */
export function outcomeOf(findings: readonly Finding[], otherwise: RowOutcome): RowOutcome {
  if (findings.some(({ level }) => level === 'refusal')) return 'refused';
  if (findings.some(({ level }) => level === 'doubt')) return 'doubtful';
  return otherwise;
}

/** A row of the report, so far without changes. */
export function itemRow(
  { row, part }: Pick<TableRow, 'row' | 'part'>,
  kind: ItemKind | null,
  title: string,
  findings: Finding[],
  outcome = outcomeOf(findings, 'same'),
): Decided {
  return {
    report: {
      ...{ row, part, outcome, kind, title, itemId: null, department: '' },
      ...{ changes: [], clashes: [], findings, makes: [], carried: [] },
    },
    changes: [],
  };
}
