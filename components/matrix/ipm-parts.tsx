import Link from 'next/link';
import { Fragment } from 'react';
import type { ComponentStory, Measure } from '@/lib/plan/ipm-story';
import { itemPath } from '@/lib/plan/kinds/all';
import { hasValue } from '@/lib/plan/kinds/kind';
import { Figure } from './figure';
import { aroundFigure, Span } from './span';

type Props = { components: readonly ComponentStory[]; codeOf: (departmentId: string) => string };

/** The components by the dimension of human development they stand for, each with what feeds it or its gap. */
export function IpmParts({ components, codeOf }: Props) {
  const groups = [...new Set(components.map(({ dimension }) => dimension))];
  return (
    <ul className="ipm-parts">
      {groups.map(group => {
        const own = components.filter(({ dimension }) => dimension === group);
        return (
          <li key={group} className={own.length > 1 ? 'ipm-dimension is-pair' : 'ipm-dimension'}>
            <h3>{group}</h3>
            {own.map(component => (
              <Part key={component.key} component={component} codeOf={codeOf} />
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function Part({ component, codeOf }: { component: ComponentStory; codeOf: Props['codeOf'] }) {
  const { name, own, feeders } = component;
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return (
    <section className="ipm-part" aria-label={title}>
      <p>
        {own ? (
          <Link className="title" href={itemPath(own)} prefetch={false}>
            {title}
          </Link>
        ) : (
          <span className="title">{title}</span>
        )}{' '}
        {own ? <Values measure={own} /> : <span className="muted small">angka daerah belum ada</span>}
      </p>
      {feeders.length > 0 ? (
        <ul className="ipm-feeders" aria-label="Indikator OPD">
          {feeders.map(feeder => (
            <li key={feeder.id}>
              <Link href={itemPath(feeder)} prefetch={false}>
                {feeder.title || 'Indikator tanpa nama'}
              </Link>{' '}
              <Span measure={feeder} unit={feeder.unit} />{' '}
              <span className="muted">
                {codeOf(feeder.departmentId)} <span className="number">{yearsOf(feeder)}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="ipm-feeders">
          <strong>Belum ada indikatornya</strong>
        </p>
      )}
    </section>
  );
}

/** Every figure that the region has of a component, each with its year. */
function Values({ measure }: { measure: Measure }) {
  const [before, after] = aroundFigure(measure.unit);
  const filled = measure.points.filter(({ cell }) => hasValue(cell));
  if (filled.length === 0) return <span className="muted small">angka daerah belum ada</span>;
  return filled.map(({ year, cell }, place) => (
    <Fragment key={year}>
      {place > 0 && ', '}
      <span className="number">
        {before}
        <Figure cell={cell} precision={measure.precision} absence="" />
        {after} <span className="muted small">({year})</span>
      </span>
    </Fragment>
  ));
}

function yearsOf({ ends }: Measure): string {
  return [...new Set(ends?.map(({ year }) => year))].join('–');
}
