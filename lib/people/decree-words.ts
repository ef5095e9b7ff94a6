/** What an office can rest on, by the word of the log; `Kepala Daerah` becomes the region's own word. */
export const decreeKinds: Record<string, string> = {
  PERATURAN_DAERAH: 'Peraturan Daerah',
  PERATURAN_BUPATI: 'Peraturan Kepala Daerah',
  KEPUTUSAN_BUPATI: 'Keputusan Kepala Daerah',
};

/**
 * A decree as people cite it: "Peraturan Bupati Nomor 50".
 * @param headTitle what the head of the region is called
 */
export function decreeLabel({ kind, number }: { kind: string; number: string }, headTitle: string): string {
  const label = (decreeKinds[kind] ?? 'Keputusan').replace('Kepala Daerah', headTitle);
  return `${label} Nomor ${number}`;
}
