'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type NavLinkProps = {
  href: string;
  /** The entry a page belongs to when its own address does not start with one. */
  current?: string;
  /** Addresses of other rooms that belong to it. */
  also?: readonly string[];
  children: ReactNode;
};

export function NavLink({ href, current, also = [], children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href;
  const isUnder = (address: string) => path === address || path.startsWith(`${address}/`);
  const isWithin = current ? current === href : [href, ...also].some(isUnder);
  return (
    <Link href={href} prefetch={false} aria-current={isHere ? 'page' : isWithin ? 'true' : undefined}>
      {children}
    </Link>
  );
}
