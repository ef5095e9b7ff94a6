import type { Metadata } from 'next';
import Link from 'next/link';
import { navigation } from '@/app/signed-in-shell';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { countWaiting } from '@/lib/plan/read/work';

export const metadata: Metadata = { title: 'Lainnya' };

/** On a phone, the rooms that do not fit into the bar. */
export default async function Page() {
  const actor = await requireActor();
  const waiting = await countWaiting(actor, await getFrame(actor));
  const entries = navigation(actor, waiting).filter(({ phone }) => !phone);
  return (
    <>
      <PageHead title="Lainnya" />
      <ul className="panel rows with-list">
        {[...entries, { href: '/bantuan', label: 'Bantuan', longLabel: undefined, count: undefined }].map(
          ({ href, label, longLabel, count }) => (
            <li key={href} className="row">
              <Link className="title" href={href} prefetch={false}>
                {longLabel ?? label}
              </Link>
              {count !== undefined && count > 0 && <p className="small muted">{count} menunggu</p>}
            </li>
          ),
        )}
      </ul>
    </>
  );
}
