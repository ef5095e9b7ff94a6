import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonKind = 'primary' | 'second' | 'plain';

export type ButtonLook = { kind?: ButtonKind; icon?: IconName };

export type ButtonProps = ButtonLook & ComponentProps<'button'>;

/** One primary per screen. Inside a form it submits, unless told otherwise. */
export function Button({ kind, icon, className, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass(kind, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function buttonClass(kind: ButtonKind = 'primary', extra?: string) {
  return ['button', kind !== 'primary' && `button-${kind}`, extra].filter(Boolean).join(' ');
}
