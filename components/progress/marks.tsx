import { Icon } from '@/components/ui/icon';

/** The deadline is over and something still lies with the department. */
export function LateMark() {
  return (
    <span className="late-mark">
      <Icon name="clock" />
      Terlambat
    </span>
  );
}

/** The reader drafts for this department. */
export function OwnMark() {
  return <strong className="own-mark">OPD Anda</strong>;
}
