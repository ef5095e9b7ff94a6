import { Icon, type IconName } from './icon';

export type SaveState = 'idle' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'refused' | 'unread';

export type SaveLineProps = {
  state: SaveState;
  /** A time as read aloud, such as 14.05. */
  at?: string;
  count?: number;
  message?: string;
};

const icons: Record<Exclude<SaveState, 'idle'>, IconName> = {
  saving: 'clock',
  saved: 'done',
  waiting: 'offline',
  conflict: 'split',
  refused: 'block',
  unread: 'block',
};

/** Present even when idle: a live region announces only changes inside an element that is already there. */
export function SaveLine(props: SaveLineProps) {
  return (
    <p className={`save save-${props.state}`} role="status">
      {props.state !== 'idle' && <Icon name={icons[props.state]} />}
      <span>{saveWords(props)}</span>
    </p>
  );
}

export function saveWords({ state, at, count, message }: SaveLineProps): string {
  switch (state) {
    case 'idle':
      return '';
    case 'saving':
      return 'Menyimpan…';
    case 'saved':
      return at ? `Tersimpan ${at}` : 'Tersimpan';
    case 'waiting':
      return `Belum terkirim${count ? ` (${count})` : ''} – ${message ?? 'tersimpan di perangkat ini, dikirim saat ada sinyal'}`;
    case 'conflict':
      return `Bentrok: ${message ?? 'pilih nilai yang dipakai'}`;
    case 'unread':
      return `Belum tersimpan: ${message ?? 'perbaiki isian ini'}`;
    case 'refused':
      return `Ditolak: ${message ?? 'isian ini tidak dapat Anda ubah'}`;
  }
}
