import type { ReactNode } from 'react';
import { Chip } from '@/components/ui/chip';
import { Mark, Wordmark } from '@/components/ui/mark';

export type DoorProps = {
  dimensions: { code: string; name: string; icon: string; colour: string }[];
  title: string;
  lead?: ReactNode;
  /** Whom to ask when signing in fails. */
  contact: ReactNode;
  children: ReactNode;
};

/** The page before the shell: the form on one side, on a desktop the table with its seats on the other. */
export function Door({ dimensions, title, lead, contact, children }: DoorProps) {
  return (
    <>
      <a className="skip" href="#isi">
        Lompat ke isi utama
      </a>
      <div className="door">
        <main className="enter" id="isi" tabIndex={-1}>
          <p className="brand">
            <Wordmark />
          </p>
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
          <p className="door-foot">{contact}</p>
        </main>
        <aside className="round-table" aria-label="Dimensi rencana">
          <Mark colours={dimensions.length > 0 ? dimensions.map(({ colour }) => colour) : undefined} />
          <p>Satu meja untuk semua dimensi.</p>
          <ul>
            {dimensions.map(dimension => (
              <li key={dimension.code}>
                <Chip {...dimension} />
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  );
}
