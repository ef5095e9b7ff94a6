import Link from 'next/link';
import { Fold } from '@/components/ui/fold';
import type { Counting } from '@/lib/priority/criteria';
import type { Rated } from '@/lib/priority/ranking';
import type { Single } from '@/lib/priority/read/priorities';
import type { Standing } from '@/lib/priority/standing';
import { sayRange, showMean, showShare } from './figures';

type Props = {
  standing: Standing;
  order: readonly Rated[];
  criteria: readonly Counting[];
  singles: readonly Single[] | null;
};

/** The targets by their scores, with the mean and how far apart people are, by criterion and in all. */
export function RankTable({ standing, order, criteria, singles }: Props) {
  const { targets, decision } = standing;
  return (
    <section className="section" aria-labelledby="urutan">
      <h2 id="urutan">Urutan menurut nilai</h2>
      <p className="small muted">
        Rata-rata, lalu nilai terendah sampai tertinggi dan jumlah penilai. Nilai yang sama berbagi tempat.
      </p>
      <section
        className="rank-box"
        aria-label="Urutan menurut nilai, dapat digulir ke samping"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        tabIndex={0}
      >
        <table className="rank-table">
          <thead>
            <tr>
              <th scope="col">Urutan</th>
              <th scope="col">Sasaran</th>
              <th scope="col">Jumlah tertimbang</th>
              {criteria.map(({ key, name, share }) => (
                <th key={key} scope="col">
                  {name} <small>{showShare(share)}</small>
                </th>
              ))}
              <th scope="col">Prioritas OPD</th>
              {decision && <th scope="col">Peringkat diputuskan</th>}
            </tr>
          </thead>
          <tbody>
            {order.map(one => (
              <Row key={one.id} {...{ one, criteria, singles, targets, isDecided: decision !== null }} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type RowProps = {
  one: Rated;
  criteria: readonly Counting[];
  singles: readonly Single[] | null;
  targets: Standing['targets'];
  isDecided: boolean;
};

function Row({ one, criteria, singles, targets, isDecided }: RowProps) {
  const target = targets.find(({ id }) => id === one.id);
  if (!target) return null;
  return (
    <tr>
      <td className="number">{one.rank ?? '–'}</td>
      <th scope="row">
        <Link href={`/sasaran/${one.id}`} prefetch={false}>
          {target.title}
        </Link>
        <span className="small muted">
          {target.departmentCode}
          {target.isExample && ' (contoh)'}
        </span>
        {singles && <Singles singles={singles} id={one.id} criteria={criteria} />}
      </th>
      <td>
        <strong className="number">{one.total === null ? '–' : showMean(one.total)}</strong>
        <span className="small muted">{one.spread ? sayRange(one.spread, 1) : 'belum lengkap'}</span>
      </td>
      {criteria.map(({ key, name }) => {
        const spread = one.criteria.get(key);
        return (
          <td key={key}>
            <span className="narrow-word">{name}</span>
            <span className="number">{spread ? showMean(spread.mean) : '–'}</span>
            {spread && <span className="small muted">{sayRange(spread, 0, one.spread?.count)}</span>}
          </td>
        );
      })}
      <td>
        <span className="narrow-word">Prioritas OPD</span>
        {target.priority || '–'}
      </td>
      {isDecided && (
        <td className="number">
          <span className="narrow-word">Peringkat diputuskan</span>
          {target.rank ?? 'belum'}
        </td>
      )}
    </tr>
  );
}

/** Who gave what; only for who may see it. */
function Singles({
  singles,
  id,
  criteria,
}: {
  singles: readonly Single[];
  id: string;
  criteria: RowProps['criteria'];
}) {
  const given = singles.filter(({ scores }) => scores[id] !== undefined);
  if (given.length === 0) return null;
  return (
    <Fold summary={`Nilai ${given.length} orang`}>
      <ul className="small">
        {given.map(({ name, scores }) => (
          <li key={name}>
            {name}:{' '}
            {criteria.map(({ key, name: label }) => `${label} ${scores[id]?.[key] ?? '–'}`).join(', ')}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
