import type { ReactNode } from 'react';
import type { Board } from '@/lib/plan/progress-board';

/** The state of the whole in four figures, each a sentence. */
export function ProgressFigures({ totals, isNarrowed }: { totals: Board['totals']; isNarrowed: boolean }) {
  const { departments, settled, unstarted, late, items, handedIn, approved } = totals;
  return (
    <dl className="figures">
      <Figure count={settled} of={departments}>
        OPD sudah mengajukan semua isiannya{isNarrowed && ' di dimensi ini'}
      </Figure>
      {late > 0 ? (
        <Figure count={late} of={departments}>
          OPD terlambat{unstarted > 0 && `, ${unstarted} di antaranya belum mulai`}
        </Figure>
      ) : (
        !isNarrowed && (
          <Figure count={unstarted} of={departments}>
            OPD belum mulai
          </Figure>
        )
      )}
      {items > 0 && (
        <>
          <Figure count={handedIn} of={items}>
            isian sudah diajukan
          </Figure>
          <Figure count={approved} of={items}>
            isian disetujui
          </Figure>
        </>
      )}
    </dl>
  );
}

type FigureProps = { count: number; of: number; children: ReactNode };

function Figure({ count, of, children }: FigureProps) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        {count} <span>dari {of}</span>
      </dd>
    </div>
  );
}
