/** Where a code leads: the whole address to scan, and what is typed by hand. */
export function joinAddress(site: string, code: string): { url: string; shown: string } {
  const url = `${site}/gabung/${code}`;
  return { url, shown: url.replace(/^https?:\/\//, '') };
}

/** Whether a site's address is understood on its own machine only, so that no phone gets there. */
export function isOnlyHere(site: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(site);
}
