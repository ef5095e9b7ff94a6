import { dimensionStyle } from './dimension-style';
import { Icon } from './icon';

export type ChipProps = { code: string; colour: string; name?: string; icon?: string };

/** A dimension: its code in its colour, and with a name also icon and words. */
export function Chip({ code, colour, name, icon }: ChipProps) {
  return (
    <span className="chip" style={dimensionStyle(colour)}>
      <b>{code}</b>
      {name && icon && <Icon name={icon} />}
      {name}
    </span>
  );
}
