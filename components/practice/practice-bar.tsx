import type { Side } from '@/lib/access/practice';
import type { Guide } from '@/lib/practice/steps';
import { DeedButton } from './deed-button';
import { GuideLater } from './guide-later';

type Props = {
  /** Whom the page is drawn for. */
  person: string;
  side: Side;
  guide: Guide;
  /** The plan's revision that the page was drawn at. */
  revision: number;
};

const parts = { drafter: 'OPD', reviewer: 'koordinator' };
const other = { drafter: 'reviewer', reviewer: 'drafter' } as const;

/** Above every page of practice, and on all that is printed from it: that it is practice, and what to do next. */
export function PracticeBar({ person, side, guide, revision }: Props) {
  return (
    <>
      <link rel="stylesheet" href="/latihan.css" precedence="latihan" />
      <p className="practice-mark" aria-hidden="true">
        LATIHAN
      </p>
      <section className="practice" aria-label="Latihan">
        <div className="practice-stripe">
          <p className="practice-name">
            <strong>LATIHAN</strong>, bukan rencana sesungguhnya.{' '}
            <span className="practice-part">
              Peran: <strong>{parts[side]}</strong>
            </span>
          </p>
          <div className="practice-deeds">
            <DeedButton person={person} deed="peran" fields={{ peran: other[side] }} kind="plain">
              Ganti peran: {parts[other[side]]}
            </DeedButton>
            <DeedButton person={person} deed="keluar" kind="plain">
              Akhiri latihan
            </DeedButton>
          </div>
        </div>
        <div className="practice-follow">
          <GuideLater person={person} side={side} first={guide} revision={revision} />
        </div>
      </section>
    </>
  );
}
