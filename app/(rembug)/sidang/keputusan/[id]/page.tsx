import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DecisionPage } from '@/components/council/decision-page';
import { decisionTitle } from '@/components/council/decision-words';
import { PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/access/request';
import { getDecision } from '@/lib/council/read/decisions';
import { getSince } from '@/lib/council/read/since';
import { getFrame } from '@/lib/plan/read/frame';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'Keputusan Dewan' };

export default async function Page({ params }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const decision = await getDecision(actor, frame, (await params).id);
  if (!decision) notFound();
  return (
    <>
      <PageHead
        title={`Keputusan ${decision.number}`}
        back={{ href: `/sidang/${decision.sitting.id}`, label: decision.sitting.title }}
      >
        <p>{decisionTitle(decision)}</p>
      </PageHead>
      <DecisionPage decision={decision} since={await getSince(actor, frame, decision)} />
    </>
  );
}
