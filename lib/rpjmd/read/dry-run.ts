import 'server-only';
import { type Actor, can } from '@/lib/access/policy';
import type { DryTree } from '../answer';
import { rowsOfText } from '../table-text';
import { countInWords, type DraftTree, treeFromRows } from '../tree-from-rows';

const openQuotes = 'Ada tanda kutip yang tidak tertutup. Salin lagi tabelnya dari lembar kerja.';

/** A pasted table as a tree; empty for who may not keep one. */
export function readTable(actor: Actor, text: string): DraftTree {
  const nothing = { nodes: [], unread: [] };
  if (!can.keepReferences(actor)) return { ...nothing, problem: '' };
  if (text.trim() === '') return { ...nothing, problem: 'Tempel dulu tabelnya.' };
  const rows = rowsOfText(text);
  return rows ? treeFromRows(rows) : { ...nothing, problem: openQuotes };
}

/** What a pasted table would become. */
export function dryRunTree(actor: Actor, text: string): DryTree {
  const { nodes, unread, problem } = readTable(actor, text);
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent === null ? 0 : (depths[parent] ?? 0) + 1);
  return {
    nodes: nodes.map((node, at) => ({ ...node, depth: depths[at] ?? 0 })),
    ...{ unread, problem, counts: countInWords(nodes) },
  };
}
