import type { IconName } from './icon-paths';

export type { IconName };

/** Always beside a word, so hidden from assistive technology. Region data may name an icon too. */
export function Icon({ name, className = '' }: { name: IconName | (string & {}); className?: string }) {
  return (
    <svg className={`icon ${className}`.trimEnd()} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
