/** The path when it leads nowhere but to a page of our own, else null: no other host, no tricks with tabs or slashes. */
export function ownPath(path: string | undefined): string | null {
  return path && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : null;
}
