import { Change } from '@/components/item/history';
import { Restore } from '@/components/item/restore';
import { StatusTag } from '@/components/item/status-tag';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { namesOf } from '@/lib/plan/log/as-of';
import { type ToldDifference, whats } from '@/lib/plan/log/difference';
import type { Restorable } from '@/lib/plan/read/restorable';
import type { Side } from '@/lib/plan/read/versions';
import { sideName } from './side-name';

type Props = {
  person: string;
  address: string;
  before: Side;
  after: Side;
  differences: readonly ToldDifference[];
  restorable: ReadonlyMap<string, Restorable>;
};

/** What differs between two states of the plan, by dimension; counts first. */
export function Comparison({ person, address, before, after, differences, restorable }: Props) {
  const count = (what: ToldDifference['what']) => differences.filter(one => one.what === what).length;
  const leftOut = differences.filter(one => one.leftOut?.after).length;
  const { departmentCode } = namesOf(after.plan);
  const isAcross = before.plan.plan.id !== after.plan.plan.id;
  const groups = [null, ...after.plan.dimensions].map(dimension => ({
    dimension,
    own: differences.filter(({ dimensionId }) => dimensionId === (dimension?.id ?? null)),
  }));
  return (
    <>
      <div className="comparison-head">
        <p>
          Dari <strong>{sideName(before, isAcross)}</strong> ke <strong>{sideName(after, isAcross)}</strong>:{' '}
          {count('added')} baru, {count('removed')} tidak ada lagi, {count('changed')} berubah
          {leftOut > 0 && `, ${leftOut} di antaranya dikeluarkan`}.
        </p>
        {differences.length === 0 ? (
          <div className="panel">
            <EmptyState>Tidak ada yang berbeda dari yang dapat Anda baca.</EmptyState>
          </div>
        ) : (
          <div className="actions">
            <ButtonLink kind="second" icon="download" href={`${address}/unduh.xlsx`}>
              Unduh Excel
            </ButtonLink>
          </div>
        )}
      </div>
      {groups.map(({ dimension, own }) =>
        own.length === 0 ? null : (
          <section
            key={dimension?.id ?? ''}
            className="section"
            aria-label={dimension?.name ?? 'Indikator daerah'}
          >
            <h2>{dimension ? <Chip {...dimension} /> : 'Indikator daerah'}</h2>
            <ol className="differences">
              {own.map(one => (
                <li key={one.id} className="panel">
                  <Entry one={one} owner={departmentCode(one.departmentId)} />
                  <Back
                    person={person}
                    one={one}
                    found={restorable.get(one.id)}
                    version={before.version?.name}
                  />
                </li>
              ))}
            </ol>
          </section>
        ),
      )}
    </>
  );
}

type ChangedProps = { differences: readonly ToldDifference[]; departmentCode: (id: string) => string };

/** Items that differ, one below the other. */
export function ChangedItems({ differences, departmentCode }: ChangedProps) {
  return (
    <ol className="differences">
      {differences.map(one => (
        <li key={one.id} className="panel">
          <Entry one={one} owner={departmentCode(one.departmentId)} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ one, owner }: { one: ToldDifference; owner: string }) {
  const { id, kind, title, what, status, moved, leftOut, fields } = one;
  return (
    <>
      <p>
        <span className="change-mark">{leftOut?.after ? 'Dikeluarkan' : whats[what]}</span>{' '}
        {kinds[kind].label} <a href={itemPath({ kind, id })}>{title}</a>{' '}
        <span className="muted">{owner}</span>
      </p>
      {status && (
        <p className="line">
          Status: <StatusTag status={status.before} /> menjadi <StatusTag status={status.after} />
        </p>
      )}
      {moved && (
        <p>
          Pindah dari “{moved.before || 'puncak rencana'}” ke “{moved.after || 'puncak rencana'}”
        </p>
      )}
      {leftOut && (
        <p>
          {leftOut.after === null
            ? `Dimasukkan kembali ke rencana. Alasan dulu: ${leftOut.before}`
            : `Dikeluarkan dari rencana: ${leftOut.after}`}
        </p>
      )}
      {fields.length > 0 && (
        <dl className="facts">
          {fields.map(change => (
            <div key={change.field}>
              <dt>{change.label}</dt>
              <dd>
                <Change change={change} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

type BackProps = { person: string; one: ToldDifference; found?: Restorable; version?: string };

function Back({ person, one, found, version }: BackProps) {
  if (!found || !version) return null;
  return <Restore person={person} item={{ id: one.id, title: one.title, ...found }} version={version} />;
}
