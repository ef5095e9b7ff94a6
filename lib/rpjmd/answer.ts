import { type Deed, refuse } from '@/lib/people/deed';
import type { DraftNode } from './tree-from-rows';

/** The refusal for who may not keep the regional plan's tree. */
export const denied = () => refuse('denied', 'Hanya sekretariat yang dapat mengelola RPJMD.');

/** An earlier answer as it is told here: whoever left office hears why in this room's words. */
export const told = (stop: Deed): Deed => (!stop.ok && stop.reason === 'denied' ? denied() : stop);

/** A pasted table as it was understood; nothing is written. */
export type DryTree = {
  nodes: (DraftNode & { depth: number })[];
  unread: string[];
  problem: string | null;
  /** "1 visi, 4 misi". */
  counts: string;
};
