import Link from 'next/link';
import { DeedForm } from '@/components/people/deed-form';
import { CopyText } from '@/components/ui/copy-text';
import { Fold } from '@/components/ui/fold';
import { showDeadline, showMoment } from '@/components/ui/moment';
import { changeStageAction, moveStageAction } from '@/lib/stages/actions';
import { type StageState, stageMoves, stageStates } from '@/lib/stages/moves';
import type { StageRow } from '@/lib/stages/read/stages';
import { lateCount, lateText } from './late-text';
import { stageFields } from './specs';
import { StageTag } from './stage-tag';

type Props = {
  stage: StageRow;
  region: string;
  /** The plan's revision that this was read at, and whom it is drawn for. */
  seen: number;
  hidden: { mutationId: string; person: string };
  isFixed: boolean;
};

const address = '/kelola/tahap';
const states = Object.keys(stageStates) as StageState[];

/** One stage: its deadline, what can become of it, and who was late when it ended. */
export function StageCard({ stage, region, seen, hidden, isFixed }: Props) {
  const { id, name, state, deadline, isCurrent } = stage;
  const due = deadline ? showDeadline(deadline) : null;
  // Only the stage of now can be locked, and nothing becomes what it is.
  const moves = isFixed ? [] : states.filter(to => to !== state && (to !== 'locked' || isCurrent));
  return (
    <li className="panel deed-card">
      <h2>{name}</h2>
      <p className="line">
        <StageTag state={state} />
        {isCurrent && <strong>Tahap sekarang</strong>}
      </p>
      <p>{due ? `Tenggat ${due.when}, ${due.left}.` : 'Tanpa tenggat.'}</p>
      <Left stage={stage} region={region} />
      {!isFixed && (
        <Fold summary="Ubah nama atau tenggat" icon="pencil">
          <DeedForm
            id={`tahap-${id}`}
            address={address}
            action={changeStageAction}
            hidden={{ ...hidden, id, seen: String(seen) }}
            fields={stageFields(stage)}
            button="Simpan tahap"
          />
        </Fold>
      )}
      {moves.map(to => (
        <Fold key={to} summary={stageMoves[to].label} icon={to === 'locked' ? 'lock' : 'clock'}>
          <p>{stageMoves[to].means}</p>
          <DeedForm
            id={`tahap-${id}-${to}`}
            address={address}
            action={moveStageAction}
            hidden={{ ...hidden, id, was: state, to }}
            button={`${stageMoves[to].label}: ${name}`}
            kind="second"
          />
        </Fold>
      ))}
    </li>
  );
}

/** What the end of a stage left: a version, and who was late. */
function Left({ stage, region }: Pick<Props, 'stage' | 'region'>) {
  const { id, name, version, board } = stage;
  if (!version || !board) return null;
  const late = lateCount(board);
  return (
    <>
      <p>
        Dibekukan {showMoment(version.at)} oleh {version.by}:{' '}
        <Link href={`/versi/${version.id}`} prefetch={false}>
          {version.name}
        </Link>
        .
      </p>
      {late === 0 ? (
        <p>Tidak ada OPD yang terlambat.</p>
      ) : (
        <Fold summary={`${late} OPD terlambat saat ${name} ditutup`} icon="copy">
          <CopyText id={`teks-${id}`} text={lateText(stage, region)} label="Teks untuk WhatsApp" />
        </Fold>
      )}
    </>
  );
}
