import Link from 'next/link';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { showDate } from '@/components/ui/moment';
import { ChangedItems } from '@/components/versions/comparison';
import { tenureWords } from '@/lib/council/capacity';
import type { DecisionView } from '@/lib/council/read/decisions';
import type { SinceDecision } from '@/lib/council/read/since';

type Props = { decision: DecisionView; since: SinceDecision | null };

/** One decision: what, by whom in which office, what became of it, and what changed since. */
export function DecisionPage({ decision, since }: Props) {
  const { text, by, office, tenure, decree, at, recordedBy, sitting, revokes, revokedBy } = decision;
  const facts: [string, ReactNode][] = [
    ['Diputuskan', `${by}, ${office} (${tenureWords[tenure]})`],
    ['Dasar jabatan', decree ?? 'Tidak ada keputusan yang dicatat'],
    ['Waktu', showDate(at)],
    ...(recordedBy ? [['Dicatat', recordedBy] as [string, string]] : []),
    ['Sidang', <Way key="sidang" href={`/sidang/${sitting.id}`} text={sitting.title} />],
    ...(revokes ? [citation('Mencabut', revokes)] : []),
    ...(revokedBy ? [citation('Dicabut dengan', revokedBy)] : []),
  ];
  return (
    <>
      {text && <p className="decision-text">“{text}”</p>}
      <dl className="facts decision-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {since && <Since since={since} />}
    </>
  );
}

const Way = ({ href, text }: { href: string; text: string }) => (
  <Link href={href} prefetch={false}>
    {text}
  </Link>
);

const citation = (label: string, { id, number }: { id: string; number: string }): [string, ReactNode] => [
  label,
  <Way key={id} href={`/sidang/keputusan/${id}`} text={`Keputusan ${number}`} />,
];

function Since({ since: { changed, differences, departmentCode } }: { since: SinceDecision }) {
  return (
    <section className="section" aria-labelledby="sejak">
      <h2 id="sejak">Yang berubah sejak keputusan ini</h2>
      <p>
        {changed === 0
          ? 'Isi dimensi ini masih sama dengan saat diputuskan.'
          : `${changed} isian dimensi ini berubah sejak diputuskan.`}
      </p>
      {changed > 0 && differences.length === 0 && (
        <div className="panel">
          <EmptyState>Isian itu masih disusun OPD lain, jadi belum dapat Anda baca.</EmptyState>
        </div>
      )}
      <ChangedItems differences={differences} departmentCode={departmentCode} />
    </section>
  );
}
