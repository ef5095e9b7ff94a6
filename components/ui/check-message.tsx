import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type CheckLevel = 'block' | 'warn' | 'hint';

const looks: Record<CheckLevel, { icon: IconName; word: string }> = {
  block: { icon: 'block', word: 'Perbaiki:' },
  warn: { icon: 'warn', word: 'Peringatan:' },
  hint: { icon: 'info', word: 'Saran:' },
};

export type CheckMessageProps = {
  level: CheckLevel;
  id?: string;
  /** Replaces the word of the level; an empty string leaves it out. */
  word?: string;
  children: ReactNode;
  /** What follows the sentence: a reason given, or the field that asks for one. */
  below?: ReactNode;
};

export function CheckMessage({ level, id, word = looks[level].word, children, below }: CheckMessageProps) {
  return (
    <div className={`check check-${level}`} id={id}>
      <Icon name={looks[level].icon} />
      <div className="check-body">
        <p>
          {word && <span className="kind">{word} </span>}
          {children}
        </p>
        {below}
      </div>
    </div>
  );
}
