/** When a file was taken out, as its readers say it: "26 November 2026 pukul 14.05". */
export function momentOf(at: Date): string {
  return at.toLocaleString('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Jakarta' });
}
