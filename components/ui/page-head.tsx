import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type Crumb = { label: ReactNode; href?: string };

export type PageHeadProps = {
  title: ReactNode;
  back?: { href: string; label: string };
  eyebrow?: ReactNode;
  crumbs?: Crumb[];
  /** Below the title: counts, tag, save line (in a `.line`), then the deadline (`.due-line`). */
  children?: ReactNode;
  /** A title of many words is set smaller, so that what follows stays in view. */
  isLong?: boolean;
};

export function PageHead({ title, back, eyebrow, crumbs, isLong, children }: PageHeadProps) {
  return (
    <div className="page-head">
      {back && (
        <Link className="back" href={back.href} prefetch={false}>
          <Icon name="back" />
          {`Kembali ke ${back.label}`}
        </Link>
      )}
      {crumbs && crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
      {eyebrow && <p className="muted">{eyebrow}</p>}
      <h1 tabIndex={-1} className={isLong ? 'is-long' : undefined}>
        {title}
      </h1>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Letak halaman">
      <ol className="crumbs">
        {crumbs.map((crumb, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the path of a page never reorders
          <li key={place}>
            {crumb.href ? (
              <Link href={crumb.href} prefetch={false}>
                {crumb.label}
              </Link>
            ) : (
              <span>{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
