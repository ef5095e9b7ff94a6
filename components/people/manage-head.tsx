import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/ui/page-head';

const rooms = [
  { href: '/bimtek', label: 'Bimtek' },
  { href: '/sidang', label: 'Sidang Dewan' },
  { href: '/kelola/tahap', label: 'Tahap' },
  { href: '/pengesahan', label: 'Pengesahan' },
  { href: '/kelola/pengguna', label: 'Orang' },
  { href: '/kelola/tamu', label: 'Tamu' },
  { href: '/kelola/opd', label: 'OPD' },
  { href: '/kelola/koordinator', label: 'Koordinator' },
  { href: '/kelola/rpjmd', label: 'RPJMD' },
  { href: '/akun', label: 'Akun saya' },
];

type Props = { title: string; current: string; children?: ReactNode };

/** The head of a room that the secretariat keeps, with the ways to the others. */
export function ManageHead({ title, current, children }: Props) {
  return (
    <PageHead title={title}>
      <nav aria-label="Kelola" className="manage-nav">
        <ul>
          {rooms.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} prefetch={false} aria-current={href === current ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </PageHead>
  );
}
