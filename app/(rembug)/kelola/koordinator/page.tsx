import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CoordinatorCard } from '@/components/people/coordinator-card';
import { DeedHistory } from '@/components/people/deed-history';
import { Holders } from '@/components/people/holders';
import { ManageHead } from '@/components/people/manage-head';
import { requireActor } from '@/lib/access/request';
import { getChoices } from '@/lib/people/read/choices';
import { getCoordinators } from '@/lib/people/read/coordinators';

export const metadata: Metadata = { title: 'Koordinator dan penyetuju' };

export default async function Page() {
  const actor = await requireActor();
  const choices = await getChoices(actor);
  const view = await getCoordinators(actor);
  if (!choices || !view) notFound();
  return (
    <>
      <ManageHead title="Koordinator" current="/kelola/koordinator">
        <p className="lead">
          Keputusan menunjuk satu OPD untuk setiap dimensi. Kepala OPD itu meninjau, dan orang yang ia tugasi
          diberi peran Koordinator di halamannya.
        </p>
      </ManageHead>
      <ul className="coordinators">
        {view.dimensions.map(dimension => (
          <CoordinatorCard
            key={dimension.id}
            dimension={dimension}
            choices={choices}
            hidden={{ mutationId: randomUUID(), person: actor.userId }}
          />
        ))}
      </ul>
      <section className="section" aria-labelledby="kedua">
        <h2 id="kedua">Penyetuju kedua</h2>
        <p className="lead">
          Memutuskan isian milik OPD koordinator sendiri. Beri peran Penyetuju kedua di halaman orangnya.
        </p>
        <Holders people={view.secondApprovers} none="Belum ada penyetuju kedua hari ini." />
      </section>
      <DeedHistory told={view.history} />
    </>
  );
}
