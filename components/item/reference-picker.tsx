import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isLinkable, type ReferenceList, referenceLabel } from '@/lib/plan/reference-label';
import { rankSimilar } from '@/lib/plan/similarity';
import { loadReferences } from './load-references';

type Node = ReferenceList['nodes'][number];

type PickerProps = {
  id: string;
  chosen: readonly string[];
  /** The item's own name and what it once said of the regional plan. */
  texts: readonly string[];
  onToggle: (id: string) => void;
};

const mostFound = 20;
const plain = (text: string) => text.toLowerCase();

/** The search over the regional plan: what fits the item's name stands first, the rest is found by typing. */
export function ReferencePicker({ id, chosen, texts, onToggle }: PickerProps) {
  const [list, setList] = useState<ReferenceList | null>(null);
  const [sought, setSought] = useState('');
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    loadReferences().then(setList);
    // What is proposed stands below the search: on a phone it would be out of sight.
    input.current?.focus({ preventScroll: true });
    input.current?.closest('fieldset')?.scrollIntoView({ block: 'start' });
  }, []);
  const nodes = useMemo(() => (list ? inForce(list) : []), [list]);
  const above = useMemo(() => new Map(list?.nodes.map(node => [node.id, node])), [list]);
  const wanted = plain(sought).split(/\s+/).filter(Boolean);
  const [title = '', rpjmd = ''] = texts;
  const proposed = useMemo(() => rankNodes([title, rpjmd], nodes), [title, rpjmd, nodes]);
  const found = useMemo(() => searchNodes(sought, nodes), [sought, nodes]);
  const shown = wanted.length > 0 ? found : proposed.length > 0 ? proposed : nodes;

  function choose(node: Node) {
    setSaid(`${chosen.includes(node.id) ? 'Dilepas' : 'Ditautkan'}: ${referenceLabel(node)}`);
    onToggle(node.id);
  }

  return (
    <div className="recognised">
      <label className="label" htmlFor={`${id}-cari`}>
        Cari tujuan atau sasaran RPJMD
      </label>
      <input
        className="input"
        id={`${id}-cari`}
        ref={input}
        autoComplete="off"
        value={sought}
        onChange={event => {
          setSaid('');
          setSought(event.target.value);
        }}
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
      />
      <p className="small muted" role="status">
        {said || headOf(wanted.length > 0, proposed.length, shown.length)}
      </p>
      <ul>
        {shown.slice(0, mostFound).map(node => {
          const isChosen = chosen.includes(node.id);
          return (
            <li key={node.id}>
              <Button
                kind="plain"
                type="button"
                icon={isChosen ? 'check' : 'plus'}
                aria-pressed={isChosen}
                onClick={() => choose(node)}
              >
                <span>
                  {referenceLabel(node)}
                  <small>{placeOf(node, above)}</small>
                </span>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function headOf(isSought: boolean, proposed: number, shown: number): string {
  if (isSought && shown === 0) return 'Tidak ada yang cocok. Coba kata lain, atau sebagian kata saja.';
  const part = shown > mostFound ? `Tampil ${mostFound} dari ${shown}. Ketik untuk mempersempit.` : '';
  if (isSought) return part || `${shown} cocok. Pilih untuk menautkan.`;
  return proposed > 0 ? `${proposed} usulan menurut nama isian ini. Ketik untuk mencari yang lain.` : part;
}

function inForce({ trees, nodes }: ReferenceList): Node[] {
  const held = new Set(trees.filter(({ isInForce }) => isInForce).map(({ id }) => id));
  return nodes.filter(({ treeId, kind }) => held.has(treeId) && isLinkable(kind));
}

const candidates = (nodes: readonly Node[]) => nodes.map(({ id, title: text, code }) => ({ id, text, code }));

function rankNodes(texts: readonly string[], nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  return rankSimilar(texts, candidates(nodes)).flatMap(({ id }) => byId.get(id) ?? []);
}

/** What holds every typed word, then what is like them: half a word finds, and so does another form of it. */
function searchNodes(sought: string, nodes: readonly Node[]): Node[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const holds = nodes.filter(node => words.every(word => plain(referenceLabel(node)).includes(word)));
  const alike = sought.trim().length > 3 ? rankNodes([sought], nodes) : [];
  return [...new Set([...holds, ...alike])];
}

/** Under what a node stands, nearest first. */
function placeOf({ parentId }: Node, above: ReadonlyMap<string, Node>): string {
  const parent = above.get(parentId ?? '');
  return parent && isLinkable(parent.kind) ? `di bawah ${referenceLabel(parent)}` : '';
}
