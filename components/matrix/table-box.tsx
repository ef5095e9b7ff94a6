import type { Ref } from 'react';

type Props = {
  /** Markup of a table, made and escaped by components/matrix/table. */
  table: string;
  label: string;
  /** The column that a narrow screen shows. */
  column: number;
  isDense?: boolean;
  ref?: Ref<HTMLElement>;
};

/** A drawn table in a box that scrolls sideways and keeps head and first column in view. */
export function TableBox({ table, label, column, isDense, ref }: Props) {
  return (
    <section
      ref={ref}
      className={isDense ? 'matrix-box dense' : 'matrix-box'}
      data-column={column}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
      tabIndex={0}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by ui/html, which escapes whatever is put in
      dangerouslySetInnerHTML={{ __html: table }}
    />
  );
}
