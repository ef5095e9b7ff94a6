import type { ReactNode } from 'react';

export type EmptyStateProps = {
  /** What is missing, as one sentence: "Belum ada sasaran." */
  children: ReactNode;
  example?: string;
  /** One button at most. */
  action?: ReactNode;
};

export function EmptyState({ children, example, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{children}</p>
      {example && (
        <p className="muted">
          Contoh: <em>{example}</em>
        </p>
      )}
      {action}
    </div>
  );
}
