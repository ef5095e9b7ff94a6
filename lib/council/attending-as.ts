import { postWords } from '@/lib/people/words';
import { officeOf } from './capacity';

type Post = Parameters<typeof postWords>[0];

/** The offices in which somebody attends, in the order given: those of the council by their own names. */
export function attendingAs(posts: readonly Post[], headTitle: string): string {
  const words = posts.map(post => officeOf(post, headTitle) || postWords(post));
  return [...new Set(words)].join(', ');
}
