import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { EarlierItem } from '@/lib/plan/read/earlier-item';

/** An item of a plan that was amended: where it can still be read, and where it goes on. */
export function EarlierItemPage({ earlier }: { earlier: EarlierItem }) {
  const { kind, plan, version, now } = earlier;
  const label = kinds[kind].label.toLowerCase();
  return (
    <>
      <PageHead
        back={{ href: '/rencana', label: 'Rencana terpadu' }}
        title={`${kinds[kind].label} ini milik rencana lama`}
      >
        <p className="lead">
          {plan.name}
          {plan.standing && `: ${plan.standing}`}. Isinya tidak berubah lagi.
        </p>
        {version && (
          <p>
            Isinya dibaca di versi{' '}
            <Link href={`/versi/${version.id}`} prefetch={false}>
              {version.name}
            </Link>
            .
          </p>
        )}
        {!now && <p>Dalam rencana sekarang tidak ada {label} yang berasal dari sini.</p>}
      </PageHead>
      <div className="actions">
        {now ? (
          <ButtonLink href={itemPath(now)}>Buka {label} ini di rencana sekarang</ButtonLink>
        ) : (
          <ButtonLink href="/rencana">Buka rencana terpadu</ButtonLink>
        )}
      </div>
    </>
  );
}
