import type { Metadata } from 'next';
import { PageHead } from '@/components/ui/page-head';
import { NameVersion } from '@/components/versions/name-version';
import { VersionList } from '@/components/versions/version-list';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { getFrame } from '@/lib/plan/read/frame';
import { listVersions } from '@/lib/plan/read/versions';

export const metadata: Metadata = { title: 'Versi rencana' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const versions = await listVersions(actor, frame);
  return (
    <>
      <PageHead title="Versi rencana" back={{ href: '/rencana', label: 'Rencana terpadu' }}>
        <p>
          Keadaan rencana pada satu saat, diberi nama agar dapat dibandingkan. Tidak ada yang disalin atau
          terkunci.
        </p>
      </PageHead>
      {can.nameVersion(actor) && <NameVersion person={actor.userId} revision={frame.plan.revision} />}
      <VersionList versions={versions} canName={can.nameVersion(actor)} />
    </>
  );
}
