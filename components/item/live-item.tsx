'use client';

import { useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { showClock, showMoment } from '@/components/ui/moment';
import { fieldId } from './field-id';
import { publish } from './heard';
import { type Heard, watchItem } from './item-watch';
import { senderOf } from './sender';

type Props = {
  person: string;
  item: { id: string; version: number };
  path: string;
  /** The page that shows it here. */
  page: string;
  revision: number;
  canEdit: boolean;
};

const closedWords = {
  hidden: 'Isian ini tidak terbuka lagi untuk Anda. Pemiliknya mungkin menariknya kembali.',
  earlier: 'Perubahan rencana sudah dimulai, jadi isian ini milik rencana lama. Salin ketikan Anda dulu.',
};

/** An own step is shown by the page it was taken on; only a page that does not follow tells it. */
const ownDeedMs = 5_000;

/**
 * What others do with the item while it is open here: their values take their place (never in a field somebody is
 * at), a line says who wrote what, and what became of the item as a whole is told without moving anything.
 */
export function LiveItem({ person, item, path, page, revision, canEdit }: Props) {
  const [heard, setHeard] = useState<Heard | null>(null);
  const [closed, setClosed] = useState<'hidden' | 'earlier' | null>(null);
  const [isLate, setIsLate] = useState(false);
  const [read, setRead] = useState('');
  const { id, version } = item;

  useEffect(() => {
    setHeard(null);
    setClosed(null);
    setIsLate(false);
    const sender = canEdit ? senderOf(person) : null;
    let last: Heard | null = null;
    let late: ReturnType<typeof setTimeout> | undefined;
    const apply = () => last && sender?.hear(id, last.fields, last.version, isFocused);
    const stop = watchItem(
      { person, itemId: id, path, version, revision },
      {
        isKnown: now => (sender?.versionOf(id) ?? version) >= now,
        onNews: news => {
          last = news;
          setHeard(news);
          publish(id, news.version, news.shown);
          apply();
          if (news.deeds.some(({ isMine }) => isMine)) late ??= setTimeout(() => setIsLate(true), ownDeedMs);
        },
        onClosed: isEarlier => setClosed(isEarlier ? 'earlier' : 'hidden'),
      },
    );
    // What was passed over is taken as soon as nobody is at it any more.
    const stopSender = sender?.subscribe(apply);
    const onLeave = () => requestAnimationFrame(apply);
    document.addEventListener('focusout', onLeave);
    return () => {
      stop();
      clearTimeout(late);
      stopSender?.();
      document.removeEventListener('focusout', onLeave);
    };
  }, [person, id, version, path, revision, canEdit]);

  const deed = heard?.deeds.findLast(({ isMine }) => isLate || !isMine);
  const told = closed
    ? closedWords[closed]
    : deed && `${deed.isMine ? 'Anda' : deed.by} ${deed.deed} ${showMoment(deed.at)}.`;
  return (
    <>
      {heard && heard.offices.length > 0 && (
        <p className="presence small">
          <Icon name="users" />
          Sedang dibuka: {heard.offices.join(', ')}
        </p>
      )}
      <p className="small muted heard" role="status" aria-label="Perubahan orang lain">
        {heard && changesInWords(heard)}
      </p>
      <div className="told" role="status" aria-label="Yang terjadi pada isian ini">
        {told && told !== read && (
          <p>
            <Icon name="info" />
            <span>
              {told} <a href={page}>Muat ulang</a>
            </span>
            <button type="button" aria-label="Tutup pemberitahuan" onClick={() => setRead(told)}>
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
    </>
  );
}

/** "Bu Sari (DINKES) mengubah target 2027, 14.05" */
function changesInWords({ changes }: Heard): string {
  const others = changes.filter(({ isMine }) => !isMine);
  const last = others.at(-1);
  if (!last) return '';
  const more = others.filter(({ by }) => by === last.by).length - 1;
  const along = more > 0 ? ` dan ${more} isian lain` : '';
  return `${last.by} (${last.office}) mengubah ${last.label}${along}, ${showClock(last.at)}`;
}

/** Whether the cursor is in a control of this field. */
function isFocused(field: string): boolean {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement)) return false;
  const id = fieldId(field);
  const isPart = active.id === id || active.id.startsWith(`${id}-`) || active.getAttribute('name') === id;
  return isPart || active.closest(`#${CSS.escape(id)}`) !== null;
}
