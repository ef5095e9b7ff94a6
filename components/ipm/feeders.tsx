import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { Span } from '@/components/matrix/span';
import { CheckMessage } from '@/components/ui/check-message';
import { measuresOf } from '@/lib/plan/ipm-chain';
import type { ComponentStory, IpmStory, Measure } from '@/lib/plan/ipm-story';
import { itemPath } from '@/lib/plan/kinds/all';
import type { PlanFrame } from '@/lib/plan/read/frame';
import { titleOf } from './amounts';

type Props = { story: IpmStory; frame: PlanFrame };

/** Which indicators are each component or move it, whose they are and how far; a component without any is a gap. */
export function Feeders({ story, frame }: Props) {
  return (
    <section className="section" aria-labelledby="penggerak">
      <h2 id="penggerak">Indikator yang menggerakkan tiap komponen</h2>
      <ul className="chain-feeders">
        {story.components.map(part => (
          <Part key={part.key} part={part} frame={frame} />
        ))}
      </ul>
    </section>
  );
}

function Part({ part, frame }: { part: ComponentStory; frame: PlanFrame }) {
  const { own, feeders } = part;
  const isItself = new Set(measuresOf(part).map(({ id }) => id));
  return (
    <li className="panel" aria-label={titleOf(part)}>
      <h3>{titleOf(part)}</h3>
      <ul>
        {own && <Row measure={own} part="Angka daerah" frame={frame} />}
        {feeders.map(feeder => (
          <Row
            key={feeder.id}
            measure={feeder}
            part={isItself.has(feeder.id) ? 'Komponen itu sendiri' : 'Ikut menggerakkan'}
            frame={frame}
          />
        ))}
      </ul>
      {feeders.length === 0 && (
        <CheckMessage level="warn" word="Belum ada indikatornya.">
          OPD yang menggerakkan komponen ini memilih Kaitan IPM di indikatornya.
        </CheckMessage>
      )}
    </li>
  );
}

function Row({ measure, part, frame }: { measure: Measure; part: string; frame: PlanFrame }) {
  const { title, unit, departmentId, status, selfApproved } = measure;
  return (
    <li>
      <Link href={itemPath(measure)} prefetch={false}>
        {title || 'Indikator tanpa nama'}
      </Link>
      <span className="small muted">
        {part}, {frame.departmentCode(departmentId)}
      </span>
      <Span measure={measure} unit={unit} />
      <StatusTag status={status} selfApproved={selfApproved} />
    </li>
  );
}
