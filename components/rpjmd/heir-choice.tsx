import Link from 'next/link';
import { Fold } from '@/components/ui/fold';
import { itemPath, kinds } from '@/lib/plan/kinds/all';
import { referenceLabel } from '@/lib/plan/reference-label';
import { choiceOf, noneChoice, otherChoice } from '@/lib/rpjmd/decision';
import type { SuccessionView } from '@/lib/rpjmd/read/succession';
import type { Heir, Proposal } from '@/lib/rpjmd/succession';

const likenesses: Record<Proposal['likeness'], string> = {
  same: 'bunyinya sama',
  alike: 'sangat mirip',
  near: 'mirip',
};

/** One old node: the items that lead to it, what is proposed in its place, and the choice. */
export function HeirChoice({ heir, choices }: { heir: Heir; choices: SuccessionView['choices'] }) {
  const { node, items, proposals } = heir;
  const name = `n-${node.id}`;
  const chosen = choiceOf(node);
  const isProposed = proposals.some(({ node: { id } }) => id === chosen);
  const isOther = chosen !== '' && chosen !== noneChoice && !isProposed;
  const isListed = choices.some(({ nodes }) => nodes.some(({ id }) => id === chosen));
  return (
    <fieldset className="panel heir" id={`alih-${name}`}>
      <legend>{referenceLabel(node)}</legend>
      <input type="hidden" name={`was-${node.id}`} value={chosen} />
      <Fold summary={`${items.length} isian tertaut`}>
        <ul className="reference-indicators">
          {items.map(item => (
            <li key={item.id}>
              <Link href={itemPath(item)} prefetch={false}>
                {kinds[item.kind].label}: {item.title || 'tanpa nama'}
              </Link>
            </li>
          ))}
        </ul>
      </Fold>
      <div className="choice is-stacked">
        {proposals.map(({ node: other, likeness }) => (
          <label key={other.id}>
            <input type="radio" name={name} value={other.id} defaultChecked={chosen === other.id} />
            <span>
              {referenceLabel(other)} <small>{likenesses[likeness]}</small>
            </span>
          </label>
        ))}
        {choices.length > 0 && (
          <div className="heir-other">
            <label>
              <input type="radio" name={name} value={otherChoice} defaultChecked={isOther} />
              <span>Bagian lain, pilih dari daftar</span>
            </label>
            <select
              className="input"
              name={`lain-${node.id}`}
              aria-label={`Bagian lain untuk ${referenceLabel(node)}`}
              defaultValue={isOther ? chosen : ''}
            >
              <option value="">Belum dipilih</option>
              {/* Left as it stands, a choice of a tree repealed since stays what it was. */}
              {isOther && !isListed && <option value={chosen}>Padanan sekarang (RPJMD sudah dicabut)</option>}
              {choices.map(({ label, nodes }) => (
                <optgroup key={label} label={label}>
                  {nodes.map(other => (
                    <option key={other.id} value={other.id}>
                      {referenceLabel(other)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </div>
        )}
        <label>
          <input type="radio" name={name} value={noneChoice} defaultChecked={chosen === noneChoice} />
          <span>Tidak ada padanan</span>
        </label>
        <label>
          <input type="radio" name={name} value="" defaultChecked={chosen === ''} />
          <span>Putuskan nanti</span>
        </label>
      </div>
    </fieldset>
  );
}
