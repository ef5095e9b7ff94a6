import Link from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonLook, buttonClass } from './button';
import { Icon } from './icon';

export type ButtonLinkProps = ButtonLook & ComponentProps<typeof Link>;

/** Not prefetched by default: on hall Wi-Fi a page is fetched when it is asked for. */
export function ButtonLink({ kind, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link prefetch={false} {...rest} className={buttonClass(kind, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
