import type { ReactNode } from 'react';
import { SignedInShell } from '@/app/signed-in-shell';
import { requireActor } from '@/lib/access/request';

export default async function Layout({ children }: { children: ReactNode }) {
  const actor = await requireActor({ mayKeepPassword: true, isOpenToGuests: true });
  return <SignedInShell actor={actor}>{children}</SignedInShell>;
}
