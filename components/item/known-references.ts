/** What nodes of the regional plan are called, as far as this page has loaded its trees. */
export const referenceNames = new Map<string, string>();

/** A node's name; what it is at least, until the trees are loaded. */
export const knownReference = (id: string) => referenceNames.get(id) ?? 'bagian RPJMD';
