'use client';

import { Fragment } from 'react';
import { inSentence } from '@/lib/plan/kinds/kind';
import { useHeard } from './heard';

/** The item as the page was drawn. */
type Drawn = { id: string; version: number };

/** A field's text, which follows what its owner saves while the page is open. */
export function LiveText({ item, path, text }: { item: Drawn; path: string; text: string }) {
  return useHeard(item.id, item.version)[path] ?? text;
}

/** Fields that nobody had filled in: named, until they are. */
export function LiveUnfilled({ item, fields }: { item: Drawn; fields: { path: string; label: string }[] }) {
  const heard = useHeard(item.id, item.version);
  const filled = fields.filter(({ path }) => heard[path]);
  const empty = fields.filter(({ path }) => !heard[path]);
  return (
    <>
      {filled.length > 0 && (
        <dl className="facts">
          {filled.map(({ path, label }) => (
            <div key={path}>
              <dt>{label}</dt>
              <dd>{heard[path]}</dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <p className="small muted unfilled">
          Belum diisi:{' '}
          {empty.map(({ path, label }, place) => (
            <Fragment key={path}>
              {place > 0 && ', '}
              <a href={`#komentar-${path}`}>{inSentence(label)}</a>
            </Fragment>
          ))}
          . Pilih untuk berkomentar.
        </p>
      )}
    </>
  );
}
