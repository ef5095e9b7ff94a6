import type { ReactNode } from 'react';
import { SignOut } from '@/components/access/sign-out';
import { Waiting } from '@/components/item/waiting';
import { PracticeBar } from '@/components/practice/practice-bar';
import { AppShell, type NavEntry } from '@/components/shell/app-shell';
import { PlanStanding } from '@/components/shell/plan-standing';
import { signOut } from '@/lib/access/actions';
import { type Actor, can, isGuest } from '@/lib/access/policy';
import { keysOf, sideOf } from '@/lib/access/practice';
import { describeRoles } from '@/lib/access/roles';
import { kinds } from '@/lib/plan/kinds/all';
import { getFrame, type PlanFrame } from '@/lib/plan/read/frame';
import { countUnread } from '@/lib/plan/read/news';
import { countWaiting } from '@/lib/plan/read/work';
import { getGuide } from '@/lib/practice/read/guide';
import { countUnreadAnswers } from '@/lib/suggestions/read/answers';

/** What stands around every page of somebody who is signed in. */
export async function SignedInShell({ actor, children }: { actor: Actor; children: ReactNode }) {
  const frame = await getFrame(actor);
  const counts = await navigationCounts(actor, frame);
  return (
    <AppShell
      region={frame.region.name}
      contact={frame.region.contact}
      person={{ name: actor.name, roles: describeRoles(actor, frame) }}
      nav={navigation(actor, counts)}
      signOutForm={
        // Its answer is a redirect; what a form action returns nobody reads.
        <SignOut
          keys={keysOf(actor.practice?.userId ?? actor.userId)}
          action={signOut as unknown as (form: FormData) => Promise<void>}
        />
      }
      practice={
        actor.practice && (
          <PracticeBar
            person={actor.userId}
            side={sideOf(actor)}
            guide={await getGuide(actor, frame)}
            revision={frame.plan.revision}
          />
        )
      }
    >
      <Waiting person={actor.userId} />
      <PlanStanding plan={frame.plan} />
      {children}
    </AppShell>
  );
}

type Counts = { waiting: number; unread: number };

/** What waits for this person, as the navigation tells it. */
export async function navigationCounts(actor: Actor, frame: PlanFrame): Promise<Counts> {
  const unread = (await countUnread(actor, frame)) + (await countUnreadAnswers(actor, frame));
  return { waiting: await countWaiting(actor, frame), unread };
}

/** The rooms of this person, in the order of their use. */
export function navigation(actor: Actor, counts: Counts): NavEntry[] {
  if (isGuest(actor)) return guestNavigation(counts);
  const entries: (NavEntry | false)[] = [
    { href: '/pekerjaan', label: 'Pekerjaan', longLabel: 'Pekerjaan saya', icon: 'home', phone: true },
    {
      ...{ href: '/perencanaan', label: 'Isian', longLabel: 'Isian per dimensi', icon: 'tree', phone: true },
      also: [...Object.values(kinds).map(({ slug }) => `/${slug}`), '/isian-cepat', '/impor', '/usulan'],
    },
    can.review(actor) && {
      ...{ href: '/tinjau', label: 'Tinjau', icon: 'inbox', phone: false },
      ...{ count: counts.waiting, countOf: 'menunggu' },
    },
    { href: '/kabar', label: 'Kabar', icon: 'note', count: counts.unread, countOf: 'baru', phone: false },
    {
      ...{ href: '/rencana', label: 'Rencana', longLabel: 'Rencana terpadu', icon: 'table', phone: true },
      also: ['/ipm', '/prioritas'],
    },
    { href: '/kemajuan', label: 'Kemajuan', icon: 'board', phone: false },
    can.decide(actor) && {
      ...{ href: '/sidang', label: 'Sidang', longLabel: 'Sidang Dewan', icon: 'landmark', phone: false },
    },
    // Seven at most: who manages people finds their own account among them.
    can.managePeople(actor)
      ? {
          href: '/kelola/pengguna',
          label: 'Kelola',
          icon: 'users',
          also: ['/kelola', '/bimtek', '/sidang', '/pengesahan', '/akun'],
          phone: false,
        }
      : { href: '/akun', label: 'Akun', longLabel: 'Akun saya', icon: 'person', phone: false },
  ];
  return entries.filter(entry => entry !== false);
}

function guestNavigation({ unread }: Counts): NavEntry[] {
  return [
    { href: '/usulan', label: 'Usulan', icon: 'megaphone', phone: true },
    {
      ...{ href: '/rencana', label: 'Rencana', longLabel: 'Rencana terpadu', icon: 'table', phone: true },
      also: Object.values(kinds).map(({ slug }) => `/${slug}`),
    },
    { href: '/kabar', label: 'Kabar', icon: 'note', count: unread, countOf: 'baru', phone: true },
    { href: '/akun', label: 'Akun', longLabel: 'Akun saya', icon: 'person', phone: false },
  ];
}
