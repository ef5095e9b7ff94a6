import type { Metadata } from 'next';
import Link from 'next/link';
import { navigation, navigationCounts } from '@/app/signed-in-shell';
import { PageHead } from '@/components/ui/page-head';
import { isGuest } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Lainnya' };

const bare = { longLabel: undefined, count: undefined, countOf: undefined };

/** On a phone, the rooms that do not fit into the bar. */
export default async function Page() {
  const actor = await requireActor({ isOpenToGuests: true });
  const entries = navigation(actor, await navigationCounts(actor, await getFrame(actor))).filter(
    ({ phone }) => !phone,
  );
  return (
    <>
      <PageHead title="Lainnya" />
      <ul className="panel rows with-list">
        {[
          ...entries,
          ...(entries.some(({ href }) => href === '/akun')
            ? []
            : [{ href: '/akun', label: 'Akun saya', ...bare }]),
          ...(isGuest(actor)
            ? []
            : [
                { href: '/usulan', label: 'Usulan', ...bare },
                ...(entries.some(({ href }) => href === '/sidang')
                  ? []
                  : [{ href: '/sidang', label: 'Sidang Dewan', ...bare }]),
                { href: '/prioritas', label: 'Prioritas', ...bare },
                { href: '/ipm', label: 'Rantai IPM', ...bare },
                { href: '/keselarasan', label: 'Keselarasan dengan RPJMD', ...bare },
                { href: '/pengesahan', label: 'Pengesahan rencana', ...bare },
                { href: '/latihan', label: 'Latihan', ...bare },
              ]),
          { href: '/bantuan', label: 'Bantuan', ...bare },
        ].map(({ href, label, longLabel, count, countOf }) => (
          <li key={href} className="row">
            <Link className="title" href={href} prefetch={false}>
              {longLabel ?? label}
            </Link>
            {count !== undefined && count > 0 && (
              <p className="small muted">
                {count} {countOf}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
