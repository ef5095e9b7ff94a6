import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HallNow } from '@/components/hall/hall-now';
import { OpenHall } from '@/components/hall/open-hall';
import { PastHalls } from '@/components/hall/past-halls';
import { ManageHead } from '@/components/people/manage-head';
import { DueLine } from '@/components/work/due-line';
import { can } from '@/lib/access/policy';
import { requireActor, siteAddress } from '@/lib/access/request';
import { countInHall, getOpenHall, listHallChoices, listPastHalls } from '@/lib/hall/read/halls';
import { getFrame } from '@/lib/plan/read/frame';

export const metadata: Metadata = { title: 'Bimtek' };

export default async function Page() {
  const actor = await requireActor();
  if (!can.runHall(actor)) notFound();
  const frame = await getFrame(actor);
  const hall = await getOpenHall(actor, frame);
  return (
    <>
      <ManageHead title={hall ? hall.name : 'Bimtek'} current="/bimtek">
        <p className="lead">
          Satu hari Bimtek di satu ruang: peserta masuk dengan kode, kemajuan tampil di layar. Saat ditutup,
          keadaan rencana dinamai.
        </p>
        <DueLine stage={frame.stage} />
      </ManageHead>
      {hall ? (
        <HallNow
          person={actor.userId}
          hall={hall}
          site={await siteAddress()}
          counts={await countInHall(actor, frame, hall)}
        />
      ) : (
        <OpenHall person={actor.userId} choices={await listHallChoices(actor, frame)} />
      )}
      <PastHalls halls={await listPastHalls(actor, frame)} />
    </>
  );
}
