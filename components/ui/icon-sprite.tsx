import { iconPaths } from './icon-paths';

/** Drawn once per page, by the root layout, and never sent as script; every <Icon> refers to it. */
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
