import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { CheckMessage } from '@/components/ui/check-message';
import { Dialog } from '@/components/ui/dialog';
import { kinds } from '@/lib/plan/kinds/all';
import { copyAndOpen } from './arrange';
import { neighbours, parentsFor, type TreePlace } from './tree-places';

type Props = {
  person: string;
  item: TreePlace;
  places: readonly TreePlace[];
  departments: { id: string; code: string }[];
  onClose: () => void;
  onShift: (by: 1 | -1) => void;
  onMove: (parent: TreePlace) => void;
  onArchive: () => void;
};

/** What can be done with one item of the tree. */
export function TreeMenu({ person, item, places, departments, onClose, onShift, onMove, onArchive }: Props) {
  const parents = parentsFor(places, item);
  const { before, next } = neighbours(places, item);
  const [parentId, setParentId] = useState('');
  const [departmentId, setDepartmentId] = useState(departments[0]?.id ?? '');
  const [error, setError] = useState('');
  const [isPending, startTransition] = useTransition();
  const { label } = kinds[item.kind];
  const chosen = parents.find(({ id }) => id === parentId);

  const copyIt = () =>
    startTransition(async () => {
      setError(await copyAndOpen(person, item, departmentId));
    });

  return (
    <Dialog open onClose={onClose} title={item.title || `${label} tanpa nama`}>
      {error && <CheckMessage level="block">{error}</CheckMessage>}
      <div className="menu">
        {item.isMovable && (
          <div className="actions">
            <Button
              kind="second"
              type="button"
              aria-disabled={!before || undefined}
              onClick={() => before && onShift(-1)}
            >
              Naikkan
            </Button>
            <Button
              kind="second"
              type="button"
              aria-disabled={!next || undefined}
              onClick={() => next && onShift(1)}
            >
              Turunkan
            </Button>
            <p className="small muted">Atau tekan Alt dan panah pada namanya.</p>
          </div>
        )}
        {item.isMovable && parents.length > 0 && (
          <div className="with-button">
            <select
              className="input"
              aria-label={`Pindahkan ke bawah ${kinds[parents[0]?.kind ?? item.kind].label.toLowerCase()}`}
              value={parentId}
              onChange={event => setParentId(event.target.value)}
            >
              <option value="">Pindahkan ke bawah…</option>
              {parents.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
            <Button
              kind="second"
              type="button"
              aria-disabled={!chosen || undefined}
              onClick={() => chosen && onMove(chosen)}
            >
              Pindahkan
            </Button>
          </div>
        )}
        {departments.length > 0 && (
          <div className="with-button">
            {departments.length > 1 && (
              <select
                className="input"
                aria-label="OPD pengampu salinan"
                value={departmentId}
                onChange={event => setDepartmentId(event.target.value)}
              >
                {departments.map(({ id, code }) => (
                  <option key={id} value={id}>
                    {code}
                  </option>
                ))}
              </select>
            )}
            <Button
              kind="second"
              type="button"
              icon="copy"
              aria-disabled={isPending || undefined}
              onClick={copyIt}
            >
              Salin {label.toLowerCase()}
            </Button>
          </div>
        )}
        {item.isMovable && (
          <Button kind="second" type="button" icon="trash" onClick={onArchive}>
            Arsipkan
          </Button>
        )}
      </div>
    </Dialog>
  );
}
