import Link from 'next/link';
import type { ReactNode } from 'react';
import { Flash } from '@/components/ui/flash';
import { Icon, type IconName } from '@/components/ui/icon';
import { Wordmark } from '@/components/ui/mark';
import { FocusHeading } from './focus-heading';
import { NavLink } from './nav-link';

export type NavEntry = {
  href: string;
  label: string;
  /** Said in full on the desktop rail: "Pekerjaan saya" for "Pekerjaan". */
  longLabel?: string;
  icon: IconName;
  count?: number;
  /** Addresses of other rooms that belong to it. */
  also?: string[];
  /** What is counted: "menunggu", "baru". */
  countOf?: string;
  /** One of the three that stand in the phone's bar beside "Lainnya". */
  phone: boolean;
};

export type AppShellProps = {
  region: string;
  contact: string;
  person: { name: string; roles: string };
  nav: NavEntry[];
  /** Href of the entry to mark, for pages whose address lies outside it. */
  current?: string;
  /** A form with one button: "Bukan Anda? Ganti pengguna". */
  signOutForm: ReactNode;
  /** Stands above every page of somebody who practises; left out for everybody at work. */
  practice?: ReactNode;
  children: ReactNode;
};

export function AppShell(props: AppShellProps) {
  const { region, contact, person, nav, current, signOutForm, practice, children } = props;
  const home = nav[0]?.href ?? '/';
  const hidden = nav.reduce((sum, { phone, count = 0 }) => sum + (phone ? 0 : count), 0);
  return (
    <>
      <a className="skip" href="#isi">
        Lompat ke isi utama
      </a>
      <div className={practice ? 'shell in-practice' : 'shell'}>
        <header className="rail">
          <div className="bar">
            <Link className="brand" href={home} prefetch={false} aria-label="Rembug, ke halaman awal">
              <Wordmark />
            </Link>
            <p className="region">{region}</p>
            <Account person={person} signOutForm={signOutForm} />
          </div>
          <nav className="nav" aria-label="Utama">
            <ul>
              {nav.map(entry => (
                <li key={entry.href} className={entry.phone ? undefined : 'wide-only'}>
                  <NavLink href={entry.href} current={current} also={entry.also}>
                    <Icon name={entry.icon} />
                    <EntryLabel entry={entry} />
                  </NavLink>
                </li>
              ))}
              <li className="phone-only">
                <NavLink
                  href="/lainnya"
                  also={nav.filter(({ phone }) => !phone).flatMap(({ href, also = [] }) => [href, ...also])}
                >
                  <Icon name="more" />
                  Lainnya
                  {hidden > 0 && (
                    <span className="count">
                      {hidden}
                      <span className="only-read"> hal untuk Anda</span>
                    </span>
                  )}
                </NavLink>
              </li>
            </ul>
          </nav>
        </header>
        {practice}
        <main className="main" id="isi" tabIndex={-1}>
          <FocusHeading />
          <Flash />
          {children}
        </main>
        <footer className="foot">
          <span>Sebagian angka masih contoh dan diberi tanda.</span>
          <Link href="/bantuan" prefetch={false}>
            Bantuan
          </Link>
          <span>{contact}</span>
        </footer>
      </div>
    </>
  );
}

function EntryLabel({ entry: { label, longLabel, count, countOf } }: { entry: NavEntry }) {
  return (
    <>
      <span className={longLabel && 'phone-only'}>{label}</span>
      {longLabel && <span className="wide-only">{longLabel}</span>}
      {count !== undefined && count > 0 && (
        <span className="count wide-only">
          {count}
          <span className="only-read"> {countOf}</span>
        </span>
      )}
    </>
  );
}

function Account({ person, signOutForm }: Pick<AppShellProps, 'person' | 'signOutForm'>) {
  return (
    <div className="account">
      <span className="initials" aria-hidden="true">
        {initials(person.name)}
      </span>
      <div className="who">
        <Link className="person" href="/akun" prefetch={false}>
          <span className="only-read">Akun saya: Anda masuk sebagai </span>
          {person.name}
        </Link>
        <span className="roles">{person.roles}</span>
      </div>
      <div className="switch-user">{signOutForm}</div>
    </div>
  );
}

function initials(name: string) {
  const words = name.split(/\s+/).filter(word => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map(word => word?.[0] ?? '')
    .join('')
    .toUpperCase();
}
