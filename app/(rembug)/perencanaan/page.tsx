import type { Metadata } from 'next';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { PageHead } from '@/components/ui/page-head';
import { DueLine } from '@/components/work/due-line';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/request';
import { listDimensionCounts } from '@/lib/plan/read/dimension-counts';
import { getFrame } from '@/lib/plan/read/frame';
import { countSimilar } from '@/lib/plan/read/similar';
import { countToAnswer } from '@/lib/suggestions/read/suggestions';

export const metadata: Metadata = { title: 'Isian per dimensi' };

export default async function Page() {
  const actor = await requireActor();
  const frame = await getFrame(actor);
  const counts = await listDimensionCounts(actor, frame);
  const similar = await countSimilar(actor, frame);
  const suggestions = await countToAnswer(actor, frame);
  return (
    <>
      <PageHead title="Isian per dimensi">
        <p className="lead">
          {can.draft(actor)
            ? 'Pilih dimensi untuk membaca pohonnya, menambah isian, dan mengajukan.'
            : 'Pilih dimensi untuk membaca pohonnya.'}
        </p>
        <DueLine stage={frame.stage} />
        {can.draft(actor) && (
          <p className="line">
            <ButtonLink href="/isian-cepat" kind="second" icon="table">
              Isi semua indikator dalam satu tabel
            </ButtonLink>
            <ButtonLink href="/impor" kind="second" icon="upload">
              Impor lembar kerja
            </ButtonLink>
          </p>
        )}
        <p>
          <Link href="/perencanaan/serupa" prefetch={false}>
            Indikator serupa, {similar} kelompok belum diputuskan
          </Link>
        </p>
        <p>
          <Link href="/usulan" prefetch={false}>
            Usulan{suggestions > 0 && `, ${suggestions} menunggu jawaban Anda`}
          </Link>
        </p>
      </PageHead>
      <ul className="panel rows with-list">
        {counts.map(({ dimension, items, mine, coordinator }) => (
          <li
            key={dimension?.id ?? 'daerah'}
            className="row dimension-bar"
            style={dimension ? dimensionStyle(dimension.colour) : undefined}
          >
            <p className="line">
              {dimension && <Chip code={dimension.code} colour={dimension.colour} />}
              <Link className="title" href={`/perencanaan/${dimension?.slug ?? 'daerah'}`} prefetch={false}>
                {dimension?.name ?? 'Indikator daerah'}
              </Link>
            </p>
            <p className="small muted">
              {items} isian{mine > 0 && `, ${mine} milik Anda`}
              {coordinator && `. Koordinator: ${coordinator}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
