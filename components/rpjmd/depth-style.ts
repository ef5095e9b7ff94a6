import type { CSSProperties } from 'react';

/** How deep a node stands in its tree, as one custom property. */
export function depthStyle(depth: number): CSSProperties {
  return { '--dalam': depth } as CSSProperties;
}
