import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type FoldProps = { summary: ReactNode; icon?: IconName; open?: boolean; children: ReactNode };

export function Fold({ summary, icon, open, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        {icon && <Icon name={icon} />}
        <span>{summary}</span>
        <Icon name="chevron" className="fold-arrow" />
      </summary>
      {children}
    </details>
  );
}
