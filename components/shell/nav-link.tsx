'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

type NavLinkProps = {
  href: string;
  /** The entry a page belongs to when its own address does not start with one. */
  current?: string;
  children: ReactNode;
};

export function NavLink({ href, current, children }: NavLinkProps) {
  const path = usePathname();
  const isHere = path === href;
  const isWithin = current ? current === href : path.startsWith(`${href}/`);
  return (
    <Link href={href} prefetch={false} aria-current={isHere ? 'page' : isWithin ? 'true' : undefined}>
      {children}
    </Link>
  );
}
