import Link from 'next/link';
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon';

export type ButtonKind = 'primary' | 'second' | 'plain';

type Look = { kind?: ButtonKind; icon?: IconName };

function classes(kind: ButtonKind, extra = '') {
  return `button ${kind === 'primary' ? '' : `button-${kind}`} ${extra}`.replace(/\s+/g, ' ').trim();
}

export type ButtonProps = Look & ComponentProps<'button'>;

/** One primary per screen. Inside a form it submits, unless told otherwise. */
export function Button({
  kind = 'primary',
  icon,
  className,
  children,
  type = 'submit',
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} className={classes(kind, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type ButtonLinkProps = Look & ComponentProps<typeof Link>;

/** Not prefetched by default: on hall Wi-Fi a page is fetched when it is asked for. */
export function ButtonLink({ kind = 'primary', icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link prefetch={false} {...rest} className={classes(kind, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
