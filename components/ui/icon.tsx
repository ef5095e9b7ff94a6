import { type IconName, iconPaths } from './icon-paths';

export type { IconName };

/** Drawn once per page, by the root layout; every <Icon> refers to it. */
export function IconSprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      {Object.entries(iconPaths).map(([name, path]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

/** Always beside a word, so hidden from assistive technology. A name from data that is not known draws nothing. */
export function Icon({ name, className = '' }: { name: IconName | (string & {}); className?: string }) {
  if (!Object.hasOwn(iconPaths, name)) return null;
  return (
    <svg className={`icon ${className}`.trimEnd()} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  );
}
