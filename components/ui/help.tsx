import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What a word means, on demand: opens by tap and by keyboard, without script. */
export function Help({ about, children }: { about: string; children: ReactNode }) {
  return (
    <details className="help">
      <summary>
        <Icon name="help" />
        <span className="only-read">Penjelasan: {about}</span>
      </summary>
      <p>{children}</p>
    </details>
  );
}
