import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeedForm } from '@/components/people/deed-form';
import { basisFields } from '@/components/people/specs';
import { SuccessionList, SuccessionOffer } from '@/components/people/succession-list';
import { WithoutSuccessorReport } from '@/components/people/without-successor';
import { Fold } from '@/components/ui/fold';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { startSuccessionAction } from '@/lib/people/actions';
import { getChoices } from '@/lib/people/read/choices';
import { listSuccessions } from '@/lib/people/read/successions';
import { listWithoutSuccessor } from '@/lib/people/read/without-successor';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Alihkan OPD' };

export default async function Page() {
  const actor = await requireActor();
  const choices = await getChoices(actor);
  if (!choices) notFound();
  const frame = await getFrame(actor);
  const rows = await listSuccessions(actor, frame);
  const open = rows.filter(({ state }) => state !== 'offered');
  const isBusy = open.some(({ state }) => state === 'preparing');
  const start = (id: string, offer?: { id: string; name: string }) => (
    <DeedForm
      id={id}
      address="/kelola/opd/alih"
      action={startSuccessionAction}
      hidden={{ mutationId: randomUUID(), person: actor.userId, offerId: offer?.id ?? '' }}
      fields={basisFields(choices.decrees, frame.region.headTitle, {
        ...{ name: offer?.name ?? 'Penataan OPD', day: null, decreeId: '' },
      })}
      button="Mulai menyiapkan"
    />
  );
  return (
    <>
      <PageHead title="Alihkan OPD" back={{ href: '/kelola/opd', label: 'OPD' }}>
        <p className="lead">
          Bila OPD digabung, dipecah, atau berganti nama, isiannya beralih ke penerusnya. Isi dan status isian
          tetap.
        </p>
      </PageHead>
      {open.length > 0 && <SuccessionList rows={open} />}
      {!isBusy &&
        rows
          .filter(({ state }) => state === 'offered')
          .map(row => (
            <SuccessionOffer key={row.id} row={row}>
              {start(`usulan-${row.id}`, row)}
            </SuccessionOffer>
          ))}
      {!isBusy && (
        <Fold summary="Siapkan penataan sendiri" icon="plus">
          <div className="form fold-form">{start('baru')}</div>
        </Fold>
      )}
      <WithoutSuccessorReport items={await listWithoutSuccessor(actor, frame)} />
    </>
  );
}
