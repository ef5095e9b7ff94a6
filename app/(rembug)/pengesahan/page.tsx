import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ManageHead } from '@/components/people/manage-head';
import { AmendForm } from '@/components/ratification/act-forms';
import { Checklist } from '@/components/ratification/ratification-page';
import { Amends, Ratified } from '@/components/ratification/standing';
import { PageHead } from '@/components/ui/page-head';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { amendmentName } from '@/lib/plan/act';
import { getFrame } from '@/lib/plan/read/frame';
import { getRatification } from '@/lib/ratification/read/checklist';

export const metadata: Metadata = { title: 'Pengesahan' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const view = await getRatification(actor, frame);
  if (!view) notFound();
  const { plan } = frame;
  const canPrepare = can.prepareRatification(actor);
  const hidden = () => ({ mutationId: randomUUID(), person: actor.userId });
  const met = view.lines.filter(({ isMet }) => isMet).length;
  const summary = (
    <p className="lead">
      {plan.standing ? (
        plan.name
      ) : (
        <>
          {plan.name}: <strong>{`${met} dari ${view.lines.length} syarat terpenuhi`}</strong>.
        </>
      )}
    </p>
  );
  return (
    <>
      {canPrepare ? (
        <ManageHead title="Pengesahan" current="/pengesahan">
          {summary}
        </ManageHead>
      ) : (
        <PageHead title="Pengesahan" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
          {summary}
        </PageHead>
      )}
      {view.amendment && (
        <Amends amendment={view.amendment} name={amendmentName(plan.ordinal) ?? plan.name} />
      )}
      {plan.standing ? (
        <>
          <Ratified plan={plan} version={view.version} />
          {canPrepare && <AmendForm planId={plan.id} hidden={hidden} ordinal={plan.ordinal} />}
        </>
      ) : (
        <Checklist
          view={view}
          frame={frame}
          hidden={hidden}
          canPrepare={canPrepare}
          canRatify={can.ratify(actor)}
        />
      )}
    </>
  );
}
