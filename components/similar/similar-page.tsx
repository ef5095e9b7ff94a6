import Link from 'next/link';
import { CheckMessage } from '@/components/ui/check-message';
import { EmptyState } from '@/components/ui/empty-state';
import { showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath } from '@/lib/plan/kinds/all';
import { textOf, type Years } from '@/lib/plan/kinds/kind';
import type { Names } from '@/lib/plan/log/story';
import type { Likely, LikelyGroup, MergedView, Similar, VerdictView } from '@/lib/plan/read/similar';
import type { VerdictKind } from '@/lib/plan/similar';
import { Decide, type Decided } from './decide';
import { EndVerdict } from './end-verdict';
import { SideBySide } from './side-by-side';
import { Unmerge } from './unmerge';

type Props = { similar: Similar; person: string; plan: Years; names: Names };

/** Indicators that look alike, side by side, each with what may become of them; and what was decided before. */
export function SimilarPage({ similar: { groups, verdicts, merged }, person, plan, names }: Props) {
  return (
    <>
      <PageHead title="Indikator serupa" back={{ href: '/perencanaan', label: 'Isian per dimensi' }}>
        <p className="lead">
          Indikator yang mungkin mengukur hal yang sama, dibandingkan menurut nama, satuan, dan kode.
        </p>
        <p>
          <strong>{groups.length} kelompok</strong> belum diputuskan
        </p>
      </PageHead>
      {groups.length === 0 && (
        <div className="panel">
          <EmptyState>
            Belum ada indikator serupa yang perlu Anda lihat. Kelompok baru muncul di sini dengan sendirinya.
          </EmptyState>
        </div>
      )}
      {groups.map(group => (
        <Group key={`${group.key} ${group.members.length}`} {...{ group, person, plan, names }} />
      ))}
      {merged.length > 0 && (
        <section className="similar-done" aria-labelledby="digabung">
          <h2 id="digabung">Sudah digabung</h2>
          <ul className="panel rows with-list">
            {merged.map(item => (
              <MergedRow key={item.id} item={item} person={person} />
            ))}
          </ul>
        </section>
      )}
      {verdicts.length > 0 && (
        <section className="similar-done" aria-labelledby="sudah-diputuskan">
          <h2 id="sudah-diputuskan">Sudah diputuskan</h2>
          <ul className="panel rows with-list">
            {verdicts.map(verdict => (
              <VerdictRow key={verdict.id} verdict={verdict} person={person} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function MergedRow({ item, person }: { item: MergedView; person: string }) {
  const { keeper } = item;
  return (
    <li className="row">
      <p>
        <Link href={itemPath({ kind: 'indicator', id: item.id })} prefetch={false}>
          {item.title || 'Isian tanpa nama'}
        </Link>{' '}
        ({item.departmentCode}) digabung ke{' '}
        <Link href={itemPath({ kind: 'indicator', id: keeper.id })} prefetch={false}>
          {keeper.title || 'isian tanpa nama'}
        </Link>{' '}
        ({keeper.departmentCode})
      </p>
      <Unmerge person={person} item={item} />
    </li>
  );
}

type GroupProps = Omit<Props, 'similar'> & { group: LikelyGroup };

function Group({ group, person, plan, names }: GroupProps) {
  const { members, proposal, sources, canDecide, score, key } = group;
  const titles = members.flatMap(member =>
    member.kind === 'open' ? [textOf(member.item.fields, 'title')] : [],
  );
  const id = `kelompok-${key}`;
  return (
    <section className="panel similar" aria-labelledby={id}>
      <h2 id={id}>{titles[0] || 'Indikator yang masih disusun'}</h2>
      <p className="small muted">
        {members.length} indikator, kemiripan {Math.round(score * 100)} %
      </p>
      <p>{proposals[proposal]}</p>
      {sources.length > 0 && (
        <CheckMessage level="warn" word="Dua sumber:">
          {sources.join('; ')}. Tetapkan sumber yang mengikat.
        </CheckMessage>
      )}
      <SideBySide {...{ members, plan, names }} />
      {canDecide ? (
        <Decide person={person} members={decided(members)} proposal={proposal} sources={sources} />
      ) : (
        <p className="small muted">
          Yang memutuskan: peninjau semua isian ini, atau sekretariat setelah semuanya dapat dibaca.
        </p>
      )}
    </section>
  );
}

const proposals = {
  merge: 'Bila ini ukuran yang sama, pertahankan satu pengampu dan jadikan yang lain OPD pendukung.',
  shared: 'Pengampunya sejenis dan satuannya sama. Usulan: satu definisi dengan beberapa pengampu.',
} as const;

const decided = (members: readonly Likely[]): Decided[] =>
  members.flatMap(member =>
    member.kind === 'open'
      ? [
          {
            ...{ id: member.id, version: member.item.version, departmentCode: member.departmentCode },
            ...{ title: textOf(member.item.fields, 'title'), isApproved: member.isApproved },
          },
        ]
      : [],
  );

const verdictWords: Record<VerdictKind, string> = {
  different: 'Memang berbeda',
  shared: 'Satu definisi, beberapa pengampu',
  source: 'Sumber yang mengikat',
};

function VerdictRow({ verdict, person }: { verdict: VerdictView; person: string }) {
  const { id, kind, members, source, reason, by, at, canEnd, sources } = verdict;
  const names = members.map(member =>
    member.kind === 'open'
      ? `${textOf(member.item.fields, 'title')} (${member.departmentCode})`
      : `draf ${member.departmentCode}`,
  );
  return (
    <li className="row">
      <p className="title">
        {verdictWords[kind]}
        {source && `: ${source}`}
      </p>
      <p>{names.join('; ')}</p>
      <p className="small muted">
        {by}, {showMoment(at)}: “{reason}”
      </p>
      {sources.length > 0 && (
        <CheckMessage level="warn" word="Dua sumber:">
          {sources.join('; ')}. Tetapkan sumber yang mengikat.
        </CheckMessage>
      )}
      {sources.length > 0 && canEnd && (
        <Decide person={person} members={decided(members)} proposal="source" sources={sources} />
      )}
      {canEnd && <EndVerdict person={person} verdictId={id} name={verdictWords[kind]} />}
    </li>
  );
}
