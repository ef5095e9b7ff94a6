/** What guests are, in the order of a choice. */
export const guestKinds = {
  academic: 'Akademisi',
  business: 'Dunia usaha',
  community: 'Komunitas',
  media: 'Media',
  other: 'Lainnya',
} as const;
export type GuestKind = keyof typeof guestKinds;

export const isGuestKind = (value: string): value is GuestKind => Object.hasOwn(guestKinds, value);

/** Where a guest comes from, in words: "Universitas Contoh (akademisi)". */
export function guestOffice({ institution, kind }: { institution: string; kind: GuestKind }): string {
  return `${institution} (${guestKinds[kind].toLowerCase()})`;
}

/** What guest accounts begin with, so that nobody learns from a name that is taken who else has an account. */
export const guestPrefix = 'tamu.';
