import type { ReactNode } from 'react';
import { StatusTag } from '@/components/item/status-tag';
import { Chip } from '@/components/ui/chip';
import { dimensionStyle } from '@/components/ui/dimension-style';
import type { Course, Deck, DimensionScreen, Share } from '@/lib/council/deck';

type HeadProps = { isShown: boolean; children: ReactNode };

/** One heading of the first rank is enough for a page: that of the screen in sight. */
function Title({ isShown, children }: HeadProps) {
  return isShown ? <h1 tabIndex={-1}>{children}</h1> : <h2>{children}</h2>;
}

/** How far the whole plan is, by dimension, and where IPM is to go. */
export function WholeScreen({ deck, isShown }: { deck: Deck; isShown: boolean }) {
  const { plan, region, whole, dimensions, ipm } = deck;
  return (
    <>
      <header>
        <p>{region}</p>
        <Title isShown={isShown}>{plan}</Title>
        <p className="deck-sum">
          <strong>{whole.approved}</strong> dari {whole.indicators} indikator disetujui, {whole.waiting}{' '}
          ditinjau.
        </p>
      </header>
      <div className="deck-halves">
        <ul className="deck-lanes">
          {dimensions.map(({ slug, code, name, colour, mark, ...share }) => (
            <li key={slug} style={dimensionStyle(colour)}>
              <p className="deck-lane-name">
                <Chip code={code} colour={colour} />
                {name}
              </p>
              <p>
                <ShareBar {...share} />
                <span>
                  {share.approved} dari {share.indicators} disetujui. {mark}.
                </span>
              </p>
            </li>
          ))}
        </ul>
        <Ipm ipm={ipm} />
      </div>
    </>
  );
}

function Ipm({ ipm }: Pick<Deck, 'ipm'>) {
  if (ipm.length === 0) return <p>IPM belum tercantum di rencana ini.</p>;
  return (
    <table className="deck-ipm">
      <caption>Indeks Pembangunan Manusia</caption>
      <tbody>
        {ipm.map(({ name, course }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="n">
              <CourseText course={course} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One dimension: what it wants, how far it is, its figures, how the council sees it. */
export function OneDimension({ screen, isShown }: { screen: DimensionScreen; isShown: boolean }) {
  const { code, name, colour, icon, goals, coordinator, approved, indicators, waiting } = screen;
  const { endorsement, rows, others, hasExamples } = screen;
  return (
    <>
      <header>
        <p>
          <Chip {...{ code, name, colour, icon }} />
        </p>
        <Title isShown={isShown}>{goals[0] ?? name}</Title>
        <p className="deck-sum">
          <strong>{approved}</strong> dari {indicators} indikator disetujui, {waiting} ditinjau.
          {coordinator && ` Koordinator: ${coordinator}.`}
        </p>
        <p className="deck-sum">{endorsement}</p>
      </header>
      {rows.length === 0 ? (
        <p>Belum ada indikator yang dapat ditampilkan.</p>
      ) : (
        <table className="deck-rows">
          <thead>
            <tr>
              <th scope="col">Indikator</th>
              <th scope="col" className="n">
                Awal → target
              </th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, title, isFalling, course, status, selfApproved }) => (
              <tr key={id}>
                <th scope="row">
                  {title} {isFalling && <span className="deck-quiet">turun baik</span>}
                </th>
                <td className="n">
                  <CourseText course={course} />
                </td>
                <td>
                  <StatusTag status={status} selfApproved={selfApproved} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(others > 0 || hasExamples) && (
        <p className="deck-quiet">
          {others > 0 && `${others} indikator lain ada di rencana terpadu. `}
          {hasExamples && 'Sebagian angka masih contoh.'}
        </p>
      )}
    </>
  );
}

/** What the council still has to see to. */
export function OpenScreen({ open, isShown }: { open: Deck['open']; isShown: boolean }) {
  return (
    <>
      <header>
        <p>Sidang Dewan</p>
        <Title isShown={isShown}>Yang masih terbuka</Title>
      </header>
      {open.length === 0 ? (
        <p>Tidak ada yang menunggu Dewan.</p>
      ) : (
        <ol className="deck-open">
          {open.map(({ key, title, detail }) => (
            <li key={key}>
              <strong>{title}</strong>
              {detail && <span>{detail}</span>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function CourseText({ course: { from, fromYear, to, toYear, unit } }: { course: Course }) {
  return (
    <>
      <span className="only-read">{fromYear}: </span>
      {from}{' '}
      {to && (
        <>
          <span aria-hidden="true">→</span>
          <span className="only-read"> menjadi, {toYear}: </span> <strong>{to}</strong>{' '}
        </>
      )}
      <span className="deck-quiet">{unit}</span>
    </>
  );
}

function ShareBar({ indicators, approved, waiting }: Share) {
  const part = (count: number) => (indicators === 0 ? 0 : (100 * count) / indicators);
  return (
    <svg className="deck-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-all" width="100" height="10" />
      <rect className="share-approved" width={part(approved)} height="10" />
      <rect className="share-waiting" x={part(approved)} width={part(waiting)} height="10" />
    </svg>
  );
}
