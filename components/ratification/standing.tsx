import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import type { PlanFrame } from '@/lib/plan/read/frame';
import type { Amendment, Ratification } from '@/lib/ratification/read/checklist';

/** By which act this is a plan, and where the version and the head of its log stand. */
export function Ratified({ plan, version }: { plan: PlanFrame['plan']; version: Ratification['version'] }) {
  return (
    <section className="panel condition" aria-labelledby="ditetapkan">
      <h2 id="ditetapkan">{plan.standing}</h2>
      <p>Rencana ini hanya dapat dibaca. Isinya berubah hanya lewat perubahan rencana.</p>
      {version && (
        <p>
          Versi:{' '}
          <Link href={`/versi/${version.id}`} prefetch={false}>
            {version.name}
          </Link>
        </p>
      )}
      <p className="small muted chain">
        Revisi {plan.revision}. Rantai {plan.headHash}
      </p>
    </section>
  );
}

/** Which plan this one amends and why, with the way to what is different. */
export function Amends({ amendment, name }: { amendment: Amendment; name: string }) {
  const { number, reason, of, version } = amendment;
  return (
    <section className="panel condition" aria-labelledby="perubahan">
      <h2 id="perubahan">{name}</h2>
      <p>
        Mengubah {of}. {number && `Berdasarkan ${number}. `}Alasan: {reason}
      </p>
      {version && (
        <div className="actions">
          <ButtonLink kind="second" icon="split" href={`/versi/${version.id}/banding/sekarang`}>
            Bandingkan dengan rencana sebelumnya
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
