/** An address as it is typed by hand. */
export function typedAddress(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

/** Whether a site's address is understood on its own machine only, so that no phone gets there. */
export function isOnlyHere(site: string): boolean {
  return /^https?:\/\/(localhost|127\.|\[::1\])/.test(site);
}
