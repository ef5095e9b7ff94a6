import Link from 'next/link';
import { StatusTag } from '@/components/item/status-tag';
import { CheckMessage } from '@/components/ui/check-message';
import { Fold } from '@/components/ui/fold';
import { Trend } from '@/components/ui/trend';
import { classOf, disagreement } from '@/lib/plan/ipm';
import { type IpmNote, ipmNotes, showIpm } from '@/lib/plan/ipm-notes';
import { type IpmStory, type IpmYear, type Measure, numberOf } from '@/lib/plan/ipm-story';
import { itemPath } from '@/lib/plan/kinds/all';
import { amountOf } from '@/lib/plan/numbers';
import { Figure } from './figure';
import { IpmParts } from './ipm-parts';
import { Span } from './span';

type Props = {
  story: IpmStory;
  departments: readonly { id: string; code: string }[];
  /** Nothing can be added to the plan now, so nobody is asked to. */
  isLocked: boolean;
};

/** IPM on top of the plan: its path, whether its components give it, and which indicators move them. */
export function IpmStrip({ story, departments, isLocked }: Props) {
  const { index, components, years } = story;
  if (!index) return isLocked ? null : <NoIndex />;
  const gaps = components.filter(({ feeders }) => feeders.length === 0).length;
  const codeOf = (id: string) => departments.find(department => department.id === id)?.code ?? '';
  return (
    <section className="panel ipm" aria-labelledby="ipm">
      <div className="ipm-main">
        <h2 id="ipm">
          <Link href={itemPath(index)} prefetch={false}>
            {index.title || 'IPM'}
          </Link>
        </h2>
        <p className="ipm-figure">
          <Span measure={index} />
          <Trend
            points={index.points.map(({ year, cell }) => ({ year, value: amountOf(cell) }))}
            direction="up"
          />
        </p>
        <p className="small muted">{told(index, codeOf)}</p>
        <p className="small muted">Seri data: {index.series || 'belum disebut'}</p>
        <StatusTag status={index.status} selfApproved={index.selfApproved} />
      </div>
      <Notes notes={ipmNotes(story)} />
      <Fold summary={<Summary gaps={gaps} />}>
        <div className="ipm-more">
          <div className="ipm-check">
            <YearTable years={years} precision={index.precision} />
            <Agreement years={years} />
          </div>
          <IpmParts components={components} codeOf={codeOf} />
        </div>
      </Fold>
    </section>
  );
}

/** One box for all that is doubted, so that it warns without filling the screen; the rest is said quietly. */
function Notes({ notes }: { notes: readonly IpmNote[] }) {
  const [first, ...others] = notes.filter(({ level }) => level === 'warn');
  const hints = notes.filter(({ level }) => level === 'hint');
  if (notes.length === 0) return null;
  return (
    <div className="ipm-notes">
      {first && (
        <CheckMessage level="warn" below={others.map(({ message }) => <p key={message}>{message}</p>)}>
          {first.message}
        </CheckMessage>
      )}
      {hints.map(({ message }) => (
        <p key={message} className="small muted">
          {message}
        </p>
      ))}
    </div>
  );
}

function Summary({ gaps }: { gaps: number }) {
  return (
    <>
      Rincian dan komponen
      {gaps > 0 && <small>{gaps} komponen belum ada indikatornya</small>}
    </>
  );
}

function NoIndex() {
  return (
    <p className="muted ipm-none">
      IPM belum tercantum di rencana ini. OPD pengampunya menambah{' '}
      <Link href="/perencanaan/daerah" prefetch={false}>
        indikator daerah
      </Link>{' '}
      dengan kaitan “IPM itu sendiri”.
    </p>
  );
}

/** From when to when, whose it is, and how high that is called: "2023 ke 2029, DINKES, tergolong tinggi". */
function told({ ends, departmentId }: Measure, codeOf: (id: string) => string): string {
  const [first, last] = ends ?? [];
  const years = first && last && first.year !== last.year ? `${first.year} ke ${last.year}` : first?.year;
  const [before, after] = [first, last].map(point => {
    const amount = point ? numberOf(point.cell) : null;
    return amount === null ? null : classOf(amount);
  });
  const height = before === after ? `tergolong ${after}` : `dari ${before} ke ${after}`;
  return [years, codeOf(departmentId), before && after ? height : null].filter(Boolean).join(', ');
}

/** Every year in figures, which the drawing only outlines; beside it what the formula gives, where it can. */
function YearTable({ years, precision }: { years: readonly IpmYear[]; precision: number | null }) {
  const isComputed = years.some(({ computed }) => computed !== null);
  return (
    <table className="ipm-years">
      <caption className="only-read">IPM tiap tahun</caption>
      <thead>
        <tr>
          <th scope="col">Tahun</th>
          <th scope="col">IPM</th>
          {isComputed && <th scope="col">Menurut rumus</th>}
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, stated, computed }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td>
              <Figure cell={stated} precision={precision} absence="tidak ditargetkan" />
            </td>
            {isComputed && <td>{computed !== null && showIpm(computed)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Says in words that a stated IPM was checked; where it does not agree, a warning stands above. */
function Agreement({ years }: { years: readonly IpmYear[] }) {
  const agreed = years.filter(({ stated, computed }) => {
    const amount = numberOf(stated);
    return amount !== null && computed !== null && disagreement(amount, computed) === null;
  });
  if (agreed.length === 0) return null;
  const list = new Intl.ListFormat('id').format(agreed.map(({ year }) => String(year)));
  return <p className="small muted">IPM {list} sesuai dengan rumus BPS dari keempat komponennya.</p>;
}
