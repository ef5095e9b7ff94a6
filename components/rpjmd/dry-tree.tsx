import { CheckMessage } from '@/components/ui/check-message';
import { Icon } from '@/components/ui/icon';
import { referenceLabel } from '@/lib/plan/reference-label';
import type { DryTree } from '@/lib/rpjmd/answer';
import { depthStyle } from './depth-style';

/** What a pasted table would become, what is doubtful first. */
export function DryTreeView({ tree }: { tree: DryTree }) {
  const { nodes, unread, problem, counts } = tree;
  if (problem !== null) return <CheckMessage level="block">{problem}</CheckMessage>;
  const doubtful = nodes.filter(({ doubts }) => doubts.length > 0);
  const indicators = nodes.reduce((sum, node) => sum + node.indicators.length, 0);
  return (
    <section aria-labelledby="hasil">
      <h2 id="hasil">Terbaca {counts}</h2>
      <p>
        {doubtful.length > 0 ? `${doubtful.length} bagian perlu diperiksa. ` : 'Tidak ada yang meragukan. '}
        {indicators > 0 && `${indicators} indikator ikut tercatat. `}
        Belum ada yang tersimpan.
      </p>
      {unread.length > 0 && (
        <CheckMessage level="warn" word="Kolom tidak dibaca:">
          {unread.join(', ')}
        </CheckMessage>
      )}
      <ol className="reference-tree">
        {nodes.map((node, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one answer never reorder
            key={at}
            style={depthStyle(node.depth)}
            className={node.doubts.length > 0 ? 'is-doubtful' : undefined}
          >
            <span>
              {referenceLabel(node)}
              {node.indicators.length > 0 && <small>{node.indicators.length} indikator</small>}
            </span>
            {node.doubts.map(doubt => (
              <strong key={doubt}>
                <Icon name="warn" />
                {doubt}
              </strong>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
