import Link from 'next/link';
import { Chip } from '@/components/ui/chip';
import type { CouncilTasks as Tasks } from '@/lib/council/read/tasks';
import { EndorsementLine } from './endorsement-line';

/** What the council waits for, for who decides; how it sees their dimensions, for who coordinates. */
export function CouncilTasks({ tasks }: { tasks: Tasks }) {
  const { sitting, decides, dimensions } = tasks;
  return (
    <section aria-labelledby="dewan">
      <h2 id="dewan">{decides ? 'Menunggu keputusan Dewan' : 'Dewan Smart City'}</h2>
      {decides && (
        <Link className="side-link" href={sitting ? `/sidang/${sitting.id}` : '/sidang'} prefetch={false}>
          {sitting ? `Buka ${sitting.title}` : 'Sidang Dewan'}
        </Link>
      )}
      {dimensions.length === 0 && <p className="small muted">Semua dimensi sudah disahkan.</p>}
      <ul className="support">
        {dimensions.map(({ dimension, endorsement }) => (
          <li key={dimension.id}>
            <Chip code={dimension.code} colour={dimension.colour} />
            <div>
              <Link className="side-link" href={`/rencana/dimensi/${dimension.slug}`} prefetch={false}>
                {dimension.name}
              </Link>
              <EndorsementLine endorsement={endorsement} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
