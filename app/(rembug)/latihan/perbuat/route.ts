import { answerPractice } from '@/lib/practice/answer';

/** The buttons of practice. */
export async function POST(request: Request) {
  return answerPractice(request);
}
