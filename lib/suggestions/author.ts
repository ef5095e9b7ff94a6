import { heldToday } from '@/lib/access/tenure';
import { type GuestKind, guestOffice } from '@/lib/people/guests/kinds';
import { postWords } from '@/lib/people/words';

/** What is read of an author. */
export const authorFields = () => ({
  name: true as const,
  guest: { select: { institution: true as const, kind: true as const } },
  memberships: {
    where: heldToday(),
    orderBy: { id: 'asc' as const },
    select: {
      ...{ role: true as const, tenure: true as const },
      department: { select: { code: true as const, name: true as const, kind: true as const } },
      dimension: { select: { name: true as const } },
    },
  },
});

type Author = {
  name: string;
  guest: { institution: string; kind: GuestKind } | null;
  memberships: Parameters<typeof postWords>[0][];
};

/** Who suggested something, as it is told wherever it is taken up: a guest by institution, an official by role. */
export function authorOf({ name, guest, memberships: [held] }: Author): { by: string; office: string } {
  if (guest) return { by: name, office: `tamu dari ${guestOffice(guest)}` };
  return { by: name, office: held ? postWords(held) : '' };
}

/** The same in one line: "Sri Rahayu, tamu dari Universitas Contoh (akademisi)". */
export const authorLine = ({ by, office }: { by: string; office: string }) =>
  office === '' ? by : `${by}, ${office}`;
