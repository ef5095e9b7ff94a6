import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Limb } from '@/lib/plan/tree-picture';
import { Boughs } from './boughs';

type Props = { limb: Limb; frame: PlanFrame; depth: 'goals' | 'all'; isCut: boolean };

/** One dimension of the picture, with what grows on it. */
export function LimbSection({ limb, frame, depth, isCut }: Props) {
  const dimension = frame.dimensions.find(({ id }) => id === limb.dimensionId) ?? null;
  const codes = new Map(frame.subdimensions.map(({ id, code }) => [id, code]));
  return (
    <section
      className="limb dimension-bar"
      style={dimension ? dimensionStyle(dimension.colour) : undefined}
      aria-label={dimension?.name ?? 'Indikator daerah'}
    >
      {dimension && (
        <a className="bough-open" href={`/rencana/dimensi/${dimension.slug}`}>
          Buka<span className="only-read"> {dimension.name} dalam satu halaman</span>
        </a>
      )}
      <details open>
        <summary>
          <Icon name="forward" className="bough-arrow" />
          <h2>{dimension ? <Chip {...dimension} /> : 'Indikator daerah'}</h2>
          <span className="small muted">{countsOf(limb)}</span>
        </summary>
        {limb.tree.length > 0 ? (
          <Boughs
            nodes={limb.tree}
            around={{
              codeOf: frame.departmentCode,
              subdimensionOf: id => codes.get(id) ?? '',
              more: isCut && dimension ? `/rencana/pohon?dimensi=${dimension.slug}` : null,
              depth,
            }}
          />
        ) : (
          <EmptyState>Belum ada tujuan di dimensi ini.</EmptyState>
        )}
      </details>
    </section>
  );
}

function countsOf({ dimensionId, targets, indicators }: Limb): string {
  return dimensionId === null ? `${indicators} indikator` : `${targets} sasaran, ${indicators} indikator`;
}
