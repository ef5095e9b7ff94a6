/** What a node of the regional plan's tree can be, in the order of the tree, as people say it. */
export const referenceKinds = {
  vision: 'Visi',
  mission: 'Misi',
  goal: 'Tujuan',
  target: 'Sasaran',
  programme: 'Program',
} as const;

export type ReferenceKind = keyof typeof referenceKinds;

type Labelled = { kind: ReferenceKind; code: string | null; title: string };

/** What can be linked, as a browser searches it. */
export type ReferenceList = {
  trees: { id: string; isInForce: boolean }[];
  nodes: (Labelled & { id: string; treeId: string; parentId: string | null })[];
};

/** Whether an item can be linked to a node of this kind; the vision says too little to be served. */
export const isLinkable = (kind: ReferenceKind) => kind !== 'vision';

/** A node as it is named: "Sasaran 1.2 Meningkatnya derajat kesehatan". */
export function referenceLabel({ kind, code, title }: Labelled): string {
  return [referenceKinds[kind], code, title].filter(Boolean).join(' ');
}
