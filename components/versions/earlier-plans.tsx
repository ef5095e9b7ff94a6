import Link from 'next/link';
import { showMoment } from '@/components/ui/moment';
import { type EarlierPlan, now } from '@/lib/plan/read/versions';

/** Plans that an amendment has taken the place of; they are read here and never change. */
export function EarlierPlans({ plans }: { plans: readonly EarlierPlan[] }) {
  return plans.map(({ id, name, versions }) => (
    <section key={id} className="section" aria-labelledby={`rencana-${id}`}>
      <h2 id={`rencana-${id}`}>Rencana sebelumnya: {name}</h2>
      <ul className="versions">
        {versions.map(({ id: key, name: title, planRevision, planHash, at, by }) => (
          <li key={key} className="panel">
            <p className="title">
              <Link href={`/versi/${key}`} prefetch={false}>
                {title}
              </Link>
            </p>
            <p className="small muted">
              Revisi {planRevision}, {showMoment(at)}, {by}. Rantai {planHash.slice(0, 16)}
            </p>
            <ul className="ways">
              <li>
                <Link href={`/versi/${key}/banding/${now}`} prefetch={false}>
                  Bandingkan dengan rencana sekarang<span className="only-read">, {title}</span>
                </Link>
              </li>
            </ul>
          </li>
        ))}
      </ul>
    </section>
  ));
}
