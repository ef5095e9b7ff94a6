import type { ReactNode } from 'react';
import { AppShell, type NavEntry } from '@/components/shell/app-shell';
import { signOut } from '@/lib/access/actions';
import { type Actor, can } from '@/lib/access/policy';
import { describeRoles } from '@/lib/access/roles';
import { getFrame } from '@/lib/plan/read/frame';
import { countWaiting } from '@/lib/plan/read/work';

/** What stands around every page of somebody who is signed in. */
export async function SignedInShell({ actor, children }: { actor: Actor; children: ReactNode }) {
  const frame = await getFrame(actor);
  const waiting = await countWaiting(actor, frame);
  return (
    <AppShell
      region={frame.region.name}
      contact={frame.region.contact}
      person={{ name: actor.name, roles: describeRoles(actor, frame) }}
      nav={navigation(actor, waiting)}
      signOutForm={
        // Its answer is a redirect; what a form action returns nobody reads.
        <form action={signOut as unknown as () => Promise<void>}>
          <button type="submit">Bukan Anda? Ganti pengguna</button>
        </form>
      }
    >
      {children}
    </AppShell>
  );
}

/** The rooms of this person, in the order of their use. */
export function navigation(actor: Actor, waiting: number): NavEntry[] {
  const entries: (NavEntry | false)[] = [
    { href: '/pekerjaan', label: 'Pekerjaan', longLabel: 'Pekerjaan saya', icon: 'home', phone: true },
    { href: '/perencanaan', label: 'Isian', longLabel: 'Isian per dimensi', icon: 'tree', phone: true },
    can.review(actor) && { href: '/tinjau', label: 'Tinjau', icon: 'inbox', count: waiting, phone: false },
    { href: '/rencana', label: 'Rencana', longLabel: 'Rencana terpadu', icon: 'table', phone: true },
    { href: '/akun', label: 'Akun', longLabel: 'Akun saya', icon: 'person', phone: false },
  ];
  return entries.filter(entry => entry !== false);
}
