import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { showMoment } from '@/components/ui/moment';
import { now, type Version } from '@/lib/plan/read/versions';

/** Named versions, what can be done with each, and a form to compare any two. */
export function VersionList({ versions, canName }: { versions: readonly Version[]; canName: boolean }) {
  if (versions.length === 0) {
    return (
      <div className="panel">
        <EmptyState>
          Belum ada versi.{' '}
          {canName
            ? 'Beri nama keadaan sekarang di atas.'
            : 'Sekretariat membuatnya, misalnya di akhir hari Bimtek.'}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <section className="section" aria-labelledby="bandingkan">
        <h2 id="bandingkan">Bandingkan dua versi</h2>
        <form className="filters" action="/versi/banding">
          <Side label="Dari" name="dari" versions={versions} value={versions[0]?.id ?? now} />
          <Side label="Ke" name="ke" versions={versions} value={now} />
          <span className="go">
            <Button kind="second">Bandingkan</Button>
          </span>
        </form>
      </section>
      <section className="section" aria-labelledby="semua-versi">
        <h2 id="semua-versi">Semua versi</h2>
        <ul className="versions">
          {versions.map(({ id, name, planRevision, planHash, at, by }) => (
            <li key={id} className="panel">
              <p className="title">
                <Link href={`/versi/${id}`} prefetch={false}>
                  {name}
                </Link>
              </p>
              <p className="small muted">
                Revisi {planRevision}, {showMoment(at)}, {by}. Rantai {planHash.slice(0, 16)}
              </p>
              <ul className="ways">
                <li>
                  <Link href={`/versi/${id}/banding/${now}`} prefetch={false}>
                    Apa yang berubah sejak itu<span className="only-read">, {name}</span>
                  </Link>
                </li>
                <li>
                  <Link href={`/rencana?sejak=${id}`} prefetch={false}>
                    Tandai di rencana<span className="only-read">, {name}</span>
                  </Link>
                </li>
              </ul>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

type SideProps = { label: string; name: string; value: string; versions: readonly Version[] };

function Side({ label, name, value, versions }: SideProps) {
  return (
    <label>
      <span>{label}</span>
      <select className="input" name={name} defaultValue={value}>
        <option value={now}>Keadaan sekarang</option>
        {versions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
