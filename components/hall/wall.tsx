'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { showClock, showDeadline } from '@/components/ui/moment';
import type { Wall as WallView } from '@/lib/hall/read/wall';
import { followWall, type Standing } from './follow-wall';
import { WallChanges } from './wall-changes';
import { WallDepartments } from './wall-departments';
import { ShareBar, WallDimensions } from './wall-dimensions';

type Props = {
  first: WallView;
  region: string;
  /** When the server drew it, ISO. */
  drawnAt: string;
  /** How phones get in. */
  join: ReactNode;
};

/** A picture for the whole hall: nothing to press, nothing to scroll, nothing smaller than 24 px. */
export function Wall({ first, region, drawnAt, join }: Props) {
  const [wall, setWall] = useState(first);
  const [standing, setStanding] = useState<Standing>({
    kind: 'fresh',
    text: `Langsung, ${showClock(drawnAt)}`,
  });
  useEffect(() => followWall(first.etag, setWall, setStanding), [first.etag]);
  const { name, stage, total, dimensions, departments, changes } = wall;
  return (
    <main className="wall" id="isi">
      <header className="wall-head">
        <p>
          {region}, <strong>{name}</strong>
        </p>
        {stage?.deadline && (
          <p>
            Tenggat <strong className="nowrap">{showDeadline(stage.deadline).when}</strong>
          </p>
        )}
        <p className={`live live-${standing.kind}`} role="status">
          <Icon name={standing.kind === 'fresh' ? 'done' : 'offline'} />
          {standing.text}
        </p>
      </header>
      <section className="wall-progress" aria-labelledby="maju">
        <h1 id="maju">
          <strong>{total.handedIn}</strong> dari {total.items} isian diajukan,{' '}
          <span className="nowrap">
            <strong>{total.approved}</strong> disetujui
          </span>
        </h1>
        <WallDimensions dimensions={dimensions} />
        <ul className="wall-keys">
          <li>
            <ShareBar items={1} handedIn={1} approved={1} /> Disetujui
          </li>
          <li>
            <ShareBar items={1} handedIn={1} approved={0} /> Diajukan
          </li>
          <li>
            <ShareBar items={1} handedIn={0} approved={0} /> Masih disusun
          </li>
        </ul>
        <WallDepartments departments={departments} />
      </section>
      <aside className="wall-side" aria-label="Kabar">
        <WallChanges changes={changes} dimensions={dimensions} />
        {join}
      </aside>
    </main>
  );
}
