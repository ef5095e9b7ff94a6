import { DraftMark } from '@/components/shell/draft-mark';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHead } from '@/components/ui/page-head';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { leavesOf, type TreePicture } from '@/lib/plan/tree-picture';
import { LimbSection } from './limb-section';
import { TreeFilter } from './tree-filter';
import { TreeKeys } from './tree-keys';

type Props = { picture: TreePicture; frame: PlanFrame; chosen?: string };

/** More leaves than fit a look are folded away at first. */
const openLeaves = 100;

/** The whole plan as a picture: dimensions, their goals, targets and indicators, joined by lines. */
export function PlanTree({ picture, frame, chosen }: Props) {
  const { limbs, isCut } = picture;
  const one = frame.dimensions.find(({ slug }) => slug === chosen);
  const indicators = limbs.reduce((sum, limb) => sum + limb.indicators, 0);
  const leaves = leavesOf(picture);
  const depth = one && leaves <= openLeaves ? 'all' : 'goals';
  return (
    <div className="full-width">
      <DraftMark plan={frame.plan} />
      <PageHead back={{ href: '/rencana', label: 'Rencana terpadu' }} title="Pohon rencana">
        <p>
          {one ? one.name : frame.plan.name}. <strong>{indicators} indikator</strong>. Revisi{' '}
          {frame.plan.revision}.
        </p>
      </PageHead>
      <div className="tools">
        <TreeFilter dimensions={frame.dimensions} chosen={one?.slug} />
        <div className="actions tree-tools">
          <TreeKeys tree="pohon" />
          <ButtonLink kind="second" icon="table" href={one ? `/rencana?dimensi=${one.slug}` : '/rencana'}>
            Lihat sebagai tabel
          </ButtonLink>
        </div>
      </div>
      {isCut && (
        <p className="tree-key">Indikatornya banyak. Pilih satu dimensi untuk melihatnya di pohon.</p>
      )}
      <p className="tree-key">
        Angka pada indikator: kondisi awal → target akhir.
        <span className="keys-hint"> Tombol panah berpindah, kanan membuka, kiri melipat.</span>
      </p>
      <div id="pohon" className={leaves > openLeaves ? 'picture is-large' : 'picture'}>
        {limbs.map(limb => (
          <LimbSection key={limb.dimensionId ?? ''} limb={limb} frame={frame} depth={depth} isCut={isCut} />
        ))}
      </div>
    </div>
  );
}
