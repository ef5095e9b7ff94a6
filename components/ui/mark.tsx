export type MarkProps = {
  /** Given, each seat takes its own colour; otherwise six seats, one of them speaking. */
  colours?: string[];
};

const centre = 24;
const ring = 17;

/** Seats around a table. Each is an arc of one ring, so the gaps between neighbours stay equal. */
export function Mark({ colours }: MarkProps) {
  const seats = colours ?? Array<undefined>(6).fill(undefined);
  return (
    <svg className="mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle
        cx={centre}
        cy={centre}
        r="6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        opacity="0.28"
      />
      {seats.map((colour, seat) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its place at the table
          key={seat}
          className={colours || seat !== 1 ? undefined : 'voice'}
          d={seatArc(seat, seats.length)}
          fill="none"
          stroke={colour ?? 'currentColor'}
          strokeWidth="6.5"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

function seatArc(seat: number, seats: number) {
  const middle = (seat / seats) * 2 * Math.PI - Math.PI / 2;
  const half = (Math.PI / seats) * 0.44;
  return `M${onRing(middle - half)}A${ring} ${ring} 0 0 1 ${onRing(middle + half)}`;
}

function onRing(angle: number) {
  return `${(centre + ring * Math.cos(angle)).toFixed(2)} ${(centre + ring * Math.sin(angle)).toFixed(2)}`;
}

export function Wordmark() {
  return (
    <>
      <Mark />
      <span className="word">Rembug</span>
    </>
  );
}
