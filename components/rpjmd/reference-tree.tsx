import { Fold } from '@/components/ui/fold';
import { referenceLabel } from '@/lib/plan/reference-label';
import { indicatorParts, type ReferenceNode } from '@/lib/plan/references';
import { depthStyle } from './depth-style';

/** One regional plan from its vision down, each node with its indicators. */
export function ReferenceTreeView({ nodes }: { nodes: readonly { node: ReferenceNode; depth: number }[] }) {
  return (
    <ol className="reference-tree">
      {nodes.map(({ node, depth }) => (
        <li key={node.id} style={depthStyle(depth)}>
          <span>{referenceLabel(node)}</span>
          {node.indicators.length > 0 && (
            <Fold summary={`${node.indicators.length} indikator`}>
              <ul className="reference-indicators">
                {node.indicators.map(line => (
                  <li key={line}>{sayIndicator(line)}</li>
                ))}
              </ul>
            </Fold>
          )}
        </li>
      ))}
    </ol>
  );
}

function sayIndicator(line: string): string {
  const { name, baseline, target, unit, department } = indicatorParts(line);
  const parts = [
    baseline && `kondisi awal ${baseline}`,
    target && `target ${target}`,
    unit,
    department && `OPD ${department}`,
  ].filter(Boolean);
  return parts.length > 0 ? `${name} (${parts.join('; ')})` : name;
}
