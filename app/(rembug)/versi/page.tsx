import type { Metadata } from 'next';
import { PageHead } from '@/components/ui/page-head';
import { EarlierPlans } from '@/components/versions/earlier-plans';
import { NameVersion } from '@/components/versions/name-version';
import { VersionList } from '@/components/versions/version-list';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listEarlierPlans, listVersions } from '@/lib/plan/read/versions';
import { isRatified } from '@/lib/plan/workflow';

export const metadata: Metadata = { title: 'Versi rencana' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const canName = can.nameVersion(actor) && !isRatified(frame.plan);
  const versions = await listVersions(actor, frame);
  return (
    <>
      <PageHead title="Versi rencana" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p>
          Keadaan rencana pada satu saat, diberi nama agar dapat dibandingkan. Tidak ada yang disalin atau
          terkunci.
        </p>
      </PageHead>
      {canName && <NameVersion person={actor.userId} revision={frame.plan.revision} />}
      <VersionList versions={versions} canName={canName} />
      <EarlierPlans plans={await listEarlierPlans(actor, frame)} />
    </>
  );
}
