import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Fold } from '@/components/ui/fold';
import { showDate } from '@/components/ui/moment';
import { endorsementWords } from '@/lib/council/endorsement-words';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { isReady, type Line } from '@/lib/ratification/checklist';
import type { Ratification } from '@/lib/ratification/read/checklist';
import { RatifyForm } from './act-forms';
import { ConcernedList } from './concerned-list';
import { LineSection } from './line-section';
import { ChangeExplanation, ExplainSubdimension, type Hidden, LeaveOut, LeftOut } from './prepare';

type Props = {
  view: Ratification;
  frame: PlanFrame;
  hidden: Hidden;
  canPrepare: boolean;
  canRatify: boolean;
};

/** Whether the draft may become a plan, condition by condition, with what is to be done about each. */
export function Checklist({ view, frame, hidden, canPrepare, canRatify }: Props) {
  const { lines, concerned, leftOut } = view;
  const itemsOf = ({ open }: Line) => open.flatMap(id => concerned.get(id) ?? []);
  const bodies: Record<Line['key'], (line: Line) => ReactNode> = {
    items: line => (
      <>
        <ConcernedList items={itemsOf(line)} />
        {canPrepare && <LeaveOut items={[...concerned.values()]} hidden={hidden} />}
      </>
    ),
    parents: line => <ConcernedList items={itemsOf(line)} />,
    dimensions: () => <Dimensions view={view} />,
    subdimensions: () => <Subdimensions view={view} hidden={hidden} canPrepare={canPrepare} />,
    ipm: () => <Ipm view={view} hidden={hidden} canPrepare={canPrepare} />,
    successors: line => <ConcernedList items={itemsOf(line)} />,
  };
  return (
    <>
      <ul className="conditions">
        {lines.map(line => (
          <LineSection key={line.key} line={line}>
            {bodies[line.key](line)}
          </LineSection>
        ))}
      </ul>
      <LeftOut items={leftOut} hidden={hidden} canPrepare={canPrepare} />
      {canRatify && isReady(lines) && (
        <RatifyForm planId={frame.plan.id} hidden={hidden} headTitle={frame.region.headTitle} />
      )}
    </>
  );
}

function Dimensions({ view: { dimensions } }: { view: Ratification }) {
  return (
    <ul className="concerned">
      {dimensions.map(({ endorsement, ...dimension }) => (
        <li key={dimension.id}>
          <Chip {...dimension} />
          <span>
            {endorsementWords(endorsement)}{' '}
            {endorsement && (
              <span className="meta">{`${showDate(endorsement.at.toISOString())}, ${endorsement.by}`}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

type PartProps = { view: Ratification; hidden: Hidden; canPrepare: boolean };

function Subdimensions({ view: { subdimensions }, hidden, canPrepare }: PartProps) {
  const told = subdimensions.filter(({ isOpen, explanation }) => isOpen || explanation !== null);
  if (told.length === 0) return null;
  return (
    <>
      <ul className="concerned">
        {told.map(({ id, code, name, explanation }) => (
          <li key={id}>
            <span>
              {code} {name}
            </span>
            <span className="muted">{explanation ?? 'Belum terisi dan belum dijelaskan.'}</span>
            {canPrepare && explanation !== null && (
              <Fold summary="Ubah penjelasan" icon="pencil">
                <ChangeExplanation id={id} about={id} now={explanation} hidden={hidden} />
              </Fold>
            )}
          </li>
        ))}
      </ul>
      {canPrepare && <ExplainSubdimension rows={subdimensions} hidden={hidden} />}
    </>
  );
}

function Ipm({ view: { ipm }, hidden, canPrepare }: PartProps) {
  const { doubts, explanation } = ipm;
  if (doubts.length === 0 && explanation === null) return null;
  return (
    <>
      <ul className="concerned">
        {doubts.map(doubt => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      {explanation !== null && <p>Penjelasan: {explanation}</p>}
      {canPrepare && (
        <Fold summary={explanation === null ? 'Jelaskan' : 'Ubah penjelasan'} icon="pencil">
          <ChangeExplanation id="ipm" about="ipm" now={explanation ?? ''} hidden={hidden} />
        </Fold>
      )}
    </>
  );
}
