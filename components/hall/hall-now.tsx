import { CheckMessage } from '@/components/ui/check-message';
import { showMoment } from '@/components/ui/moment';
import type { OpenHall } from '@/lib/hall/read/halls';
import { CloseHall } from './close-hall';
import { isOnlyHere } from './join-address';
import { JoinCard } from './join-card';
import { MakeScreen } from './make-screen';

type Props = {
  person: string;
  hall: OpenHall;
  site: string;
  counts: { signedIn: number; writers: number };
};

/** The day that is open: how phones get in, who is here, the wall, and its end. */
export function HallNow({ person, hall, site, counts }: Props) {
  return (
    <section className="panel hall-now" aria-label={hall.name}>
      <JoinCard site={site} code={hall.joinCode} />
      {isOnlyHere(site) && (
        <CheckMessage level="warn">
          Alamat ini hanya terbuka di komputer ini. Buka Rembug lewat alamat jaringan, agar ponsel dapat
          masuk.
        </CheckMessage>
      )}
      <p>
        Dibuka {showMoment(hall.openedAt)} oleh {hall.openedBy}. <strong>{counts.signedIn} orang</strong>{' '}
        sedang masuk, <strong>{counts.writers} orang</strong> sudah menyimpan sesuatu sejak dibuka.
      </p>
      <div className="actions">
        <MakeScreen person={person} hallId={hall.id} address={`${site}/bimtek/layar`} />
        <CloseHall person={person} hall={hall} />
      </div>
    </section>
  );
}
