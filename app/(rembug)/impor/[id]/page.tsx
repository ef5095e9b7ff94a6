import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportPage } from '@/components/import/import-page';
import { ownDepartments } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { answerAction, applyAction, forgetAction, readingAction } from '@/lib/exchange/import/actions';
import { getImportView } from '@/lib/exchange/import/import-view';
import { meaningOptions } from '@/lib/exchange/import/meaning';
import { outcomeOrder } from '@/lib/exchange/import/report';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Periksa impor' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ hasil?: string | string[] }> };

export default async function Page({ params, searchParams }: Props) {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const { hasil } = await searchParams;
  const shown = outcomeOrder.find(outcome => outcome === hasil) ?? null;
  const view = await getImportView(actor, frame, (await params).id, shown);
  if (!view) notFound();
  const own = ownDepartments(actor);
  return (
    <ImportPage
      view={view}
      frame={frame}
      options={meaningOptions(frame.plan)}
      own={frame.departments.filter(({ id }) => own.includes(id))}
      actions={{ reading: readingAction, answer: answerAction, apply: applyAction, forget: forgetAction }}
      person={actor.userId}
    />
  );
}
