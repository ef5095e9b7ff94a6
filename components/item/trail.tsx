import { Icon, type IconName } from '@/components/ui/icon';
import { showMoment } from '@/components/ui/moment';
import type { Told } from '@/lib/plan/log/story';
import { trailOf } from '@/lib/plan/log/trail';
import { awaitsReview, isApproved, isSentBack, type Status, type Step } from '@/lib/plan/workflow';

type Props = {
  told: readonly Told[];
  status: Status;
  owner: string;
  /** Who decides now, in words. */
  reviewer: string;
};

const icons: Record<Step, IconName> = {
  submit: 'arrow',
  approve: 'check',
  return: 'return',
  withdraw: 'back',
  reopen: 'return',
};

/** Who handed an item in, sent it back with which words, approved it; and whose turn it is. */
export function Trail({ told, status, owner, reviewer }: Props) {
  const { steps, earlier } = trailOf(told);
  return (
    <section className="reader-part" aria-labelledby="jejak">
      <h2 id="jejak">Jejak persetujuan</h2>
      {earlier > 0 && <p className="small muted">{earlier} langkah sebelumnya ada di riwayat.</p>}
      <ol className="trail">
        {steps.map(({ revision, at, by, action, deed, note }) => (
          <li key={revision}>
            <Icon name={icons[action as Step]} />
            <p>
              <strong>{deed}</strong> <span className="muted">{showMoment(at)}</span>
              <br />
              {by}
            </p>
            {note && <q>{note}</q>}
          </li>
        ))}
        {!isApproved(status) && (
          <li className="is-next">
            <Icon name="clock" />
            <p>{nextOf(status, owner, reviewer)}</p>
          </li>
        )}
      </ol>
    </section>
  );
}

function nextOf(status: Status, owner: string, reviewer: string): string {
  if (awaitsReview(status)) return `Menunggu keputusan ${reviewer}.`;
  return isSentBack(status) ? `Menunggu perbaikan dari ${owner}.` : `Belum diajukan oleh ${owner}.`;
}
