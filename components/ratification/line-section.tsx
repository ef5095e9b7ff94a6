import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Line } from '@/lib/ratification/checklist';
import { lineWords } from '@/lib/ratification/words';

/** One condition: met or not in a word, how many of how many, and who must do what. */
export function LineSection({ line, children }: { line: Line; children?: ReactNode }) {
  const { key, isMet, done, of } = line;
  const { asks, remedy, unit } = lineWords[key];
  return (
    <li className="panel condition">
      <h2>{asks}</h2>
      <p className="line">
        <span className={`tag tag-${isMet ? 'approved' : 'returned'}`}>
          <Icon name={isMet ? 'check' : 'block'} />
          {isMet ? 'Ya' : 'Belum'}
        </span>
        {unit && (
          <span>
            {done} dari {of} {unit}
          </span>
        )}
      </p>
      {!isMet && <p>{remedy}</p>}
      {children}
    </li>
  );
}
