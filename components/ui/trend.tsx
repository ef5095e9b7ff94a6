export type TrendPoint = { year: number; value: number | null };
export type Direction = 'up' | 'down';

export type TrendProps = {
  points: TrendPoint[];
  direction?: Direction;
  /** Read aloud and shown on hover; left out, the figure is decoration beside the numbers. */
  title?: string;
  /** `wide` stands above the year fields: one column per point, with baseline and gaps. */
  kind?: 'small' | 'wide';
};

type Place = { x: number; y: number; year: number; value: number; at: number };

const frames = {
  small: { width: 56, height: 22, left: 4, right: 4, top: 4, bottom: 4 },
  wide: { width: 700, height: 100, left: 0, right: 0, top: 16, bottom: 16 },
};

/** Segments that go against the direction are heavy dashes, a jump over years is dotted. */
export function Trend({ points, direction, title, kind = 'small' }: TrendProps) {
  const { width, height } = frames[kind];
  const { places, gaps } = layOut(points, kind);
  const { line, against, far } = segments(places, direction);
  const first = places[0];
  const dots = dotsOf(places, kind);
  return (
    <svg
      className={kind === 'wide' ? 'trend trend-wide' : 'trend'}
      viewBox={`0 0 ${width} ${height}`}
      {...(kind === 'wide' ? { preserveAspectRatio: 'none' } : { width, height })}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {title && <title>{title}</title>}
      {kind === 'wide' && first && (
        <path className="trend-baseline" d={`M${first.x} ${first.y}H${width - first.x}`} />
      )}
      {kind === 'wide' && gaps.length > 0 && (
        <path className="trend-gap" d={gaps.map(x => `M${x} 8V${height - 8}`).join('')} />
      )}
      {line && <path d={line} />}
      {against && <path className="trend-against" d={against} />}
      {far && <path className="trend-far" d={far} />}
      {dots.length > 0 && <path className="trend-dot" d={dots.map(({ x, y }) => `M${x} ${y}h0`).join('')} />}
    </svg>
  );
}

/** The small figure as paths, for whoever draws it as text. */
export function trendPaths(points: TrendPoint[], direction: string) {
  const { places } = layOut(points, 'small');
  const good = direction === 'up' || direction === 'down' ? direction : undefined;
  const dots = dotsOf(places, 'small').map(({ x, y }) => `M${x} ${y}h0`);
  return { ...segments(places, good), dots: dots.join(''), ...frames.small };
}

function layOut(points: TrendPoint[], kind: 'small' | 'wide') {
  const frame = frames[kind];
  const steps = stepsOf(points, kind);
  const span = frame.width - frame.left - frame.right;
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  const places: Place[] = [];
  const gaps: number[] = [];
  points.forEach(({ year, value }, k) => {
    const x = round(frame.left + span * (steps[k] ?? 0));
    if (value === null) {
      gaps.push(x);
      return;
    }
    const share = range === 0 ? 0.5 : (value - low) / range;
    const y = round(frame.height - frame.bottom - share * (frame.height - frame.top - frame.bottom));
    places.push({ x, y, year, value, at: k });
  });
  return { places, gaps };
}

/** Where each point stands, from 0 to 1. A jump over years counts double, however long, so that it fits. */
function stepsOf(points: TrendPoint[], kind: 'small' | 'wide'): number[] {
  if (kind === 'wide') return points.map((_, k) => (k + 0.5) / points.length);
  let at = 0;
  const steps = points.map(({ year }, k) => {
    const previous = points[k - 1];
    if (previous) at += year - previous.year > 1 ? 2 : 1;
    return at;
  });
  return steps.map(step => step / (at || 1));
}

function segments(places: Place[], direction?: Direction) {
  const paths = { line: '', against: '', far: '' };
  places.forEach((here, k) => {
    const before = places[k - 1];
    if (!before || !isNext(before, here)) return;
    const move = here.value - before.value;
    const isAgainst = direction === 'up' ? move < 0 : direction === 'down' ? move > 0 : false;
    const name = isAgainst ? 'against' : here.year - before.year > 1 ? 'far' : 'line';
    paths[name] += `M${before.x} ${before.y}L${here.x} ${here.y}`;
  });
  return paths;
}

/** A missing value breaks the line; a year that the plan does not ask for does not. */
const isNext = (before?: Place, here?: Place) =>
  before !== undefined && here !== undefined && here.at === before.at + 1;

/** In small only the ends, and a value between two gaps, which has no line to be seen by. */
function dotsOf(places: Place[], kind: 'small' | 'wide') {
  if (kind === 'wide') return places;
  return places.filter((place, k) => {
    const isEnd = k === 0 || k === places.length - 1;
    return isEnd || !(isNext(places[k - 1], place) || isNext(place, places[k + 1]));
  });
}

const round = (value: number) => Math.round(value * 10) / 10;
