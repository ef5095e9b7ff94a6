import { type ReferenceList, referenceLabel } from '@/lib/plan/reference-label';
import { referenceNames } from './known-references';

let loading: Promise<ReferenceList | null> | null = null;

/** The trees of the regional plan, fetched once a page; null when they could not be. Never throws. */
export function loadReferences(): Promise<ReferenceList | null> {
  loading ??= fetchList().then(list => {
    // Whoever asks again after a failure tries again.
    if (!list) loading = null;
    for (const node of list?.nodes ?? []) referenceNames.set(node.id, referenceLabel(node));
    return list;
  });
  return loading;
}

async function fetchList(): Promise<ReferenceList | null> {
  try {
    const answer = await fetch('/keselarasan/acuan');
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
