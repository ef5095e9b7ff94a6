import Link from 'next/link';
import type { ReactNode } from 'react';
import { SeenMark } from '@/components/item/seen-mark';
import { CopyText } from '@/components/ui/copy-text';
import { EmptyState } from '@/components/ui/empty-state';
import { Fold } from '@/components/ui/fold';
import { Icon, type IconName } from '@/components/ui/icon';
import { showDeadline, showMoment } from '@/components/ui/moment';
import { PageHead } from '@/components/ui/page-head';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import type { News, NewsEntry } from '@/lib/plan/read/news';
import type { PassedOn } from '@/lib/plan/read/passed-on';
import { newsText, newsWord } from './news-text';

type Props = {
  news: News;
  person: string;
  planId: string;
  region: string;
  /** What concerns the reader beside the items, and how much of it is new. */
  more?: ReactNode;
  moreNew?: number;
};

/** What concerns the reader: decisions on own items, words on items they have to do with, what is due. */
export function NewsPage({ news, person, planId, region, more, moreNew = 0 }: Props) {
  const { entries, passedOn, due, position } = news;
  const unread = news.unread + moreNew;
  const told = news.unread > 0 ? entries.filter(({ isNew }) => isNew) : entries;
  return (
    <>
      <SeenMark person={person} subjectId={planId} position={position} revision={position} />
      <PageHead title="Kabar">
        <p>
          <strong>{unread > 0 ? `${unread} kabar baru` : 'Tidak ada kabar baru'}</strong>
        </p>
        {due && <Due due={due} />}
      </PageHead>
      {passedOn.length > 0 && (
        <ul className="panel rows with-list news">
          {passedOn.map(one => (
            <Passed key={one.id} one={one} />
          ))}
        </ul>
      )}
      {entries.length > 0 && (
        <ul className="panel rows with-list news">
          {entries.map(entry => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {more}
      {entries.length + passedOn.length === 0 && !more && (
        <div className="panel">
          <EmptyState>
            Belum ada kabar. Di sini muncul isian Anda yang dikembalikan atau disetujui, dan komentar untuk
            Anda.
          </EmptyState>
        </div>
      )}
      {(told.length > 0 || due) && (
        <Fold summary="Teks untuk WhatsApp" icon="copy">
          <CopyText text={newsText(region, told, due)} label="Teks untuk WhatsApp" />
        </Fold>
      )}
    </>
  );
}

function Due({ due: { stage, deadline, items } }: { due: NonNullable<News['due']> }) {
  const { when, left } = showDeadline(deadline);
  return (
    <div className="due-line">
      <Icon name="clock" />
      <span>
        {items} isian Anda belum diajukan. Tenggat {stage}: <strong>{when}</strong>, {left}.{' '}
        <Link href="/pekerjaan" prefetch={false}>
          Buka pekerjaan saya
        </Link>
      </span>
    </div>
  );
}

function Passed({ one }: { one: PassedOn & { isNew: boolean } }) {
  const { items, from, to, basis, by, at, isNew, isToMine } = one;
  return (
    <li className="row">
      <p className="line small">
        <Icon name="split" />
        <strong>OPD beralih</strong>
        {isNew && <span className="new-mark">baru</span>}
        <span className="muted">
          {by}, {showMoment(at)}
        </span>
      </p>
      <Link className="title" href={isToMine ? '/pekerjaan' : '/rencana'} prefetch={false}>
        {items} isian beralih dari {from} ke {to}
      </Link>
      <p className="small muted">{basis}. Isi dan statusnya tetap.</p>
    </li>
  );
}

const icons: Record<NewsEntry['kind'], IconName> = {
  comment: 'note',
  return: 'return',
  approve: 'check',
  reopen: 'return',
  submit: 'arrow',
  withdraw: 'arrow',
};

function Entry({ entry }: { entry: NewsEntry }) {
  const { item, by, at, text, isNew, kind } = entry;
  return (
    <li className="row">
      <p className="line small">
        <Icon name={icons[kind]} />
        <strong>{newsWord(entry)}</strong>
        {isNew && <span className="new-mark">baru</span>}
        <span className="muted">
          {by}, {showMoment(at)}
        </span>
      </p>
      <Link className="title" href={itemPath(item)} prefetch={false}>
        {item.title || `${kinds[item.kind].label} tanpa nama`}
      </Link>
      {text && <p>“{text}”</p>}
      <p className="small muted">
        {[kinds[item.kind].label, item.code].filter(Boolean).join(' ')}, {item.departmentCode}
      </p>
    </li>
  );
}
