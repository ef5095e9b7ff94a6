import type { CSSProperties } from 'react';

/** A dimension's colour is region data: one custom property, on the element that shows it or around it. */
export function dimensionStyle(colour: string): CSSProperties {
  return { '--dimensi': colour } as CSSProperties;
}
