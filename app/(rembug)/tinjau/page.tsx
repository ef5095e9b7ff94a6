import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Queue } from '@/components/review/queue';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listWaiting } from '@/lib/plan/read/queue';

export const metadata: Metadata = { title: 'Tinjau' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.review(actor)) notFound();
  const frame = await getFrame(actor);
  const waiting = await listWaiting(actor, frame);
  return (
    <>
      <PageHead title="Tinjau">
        <p>
          <strong>{waiting.length} isian menunggu</strong> keputusan Anda
        </p>
        <DueLine stage={frame.stage} />
      </PageHead>
      {waiting.length > 0 ? (
        <Queue waiting={waiting} dimensions={frame.dimensions} />
      ) : (
        <div className="panel">
          <EmptyState>Tidak ada yang menunggu. Isian muncul di sini begitu OPD mengajukannya.</EmptyState>
        </div>
      )}
    </>
  );
}
