import { describe, expect, it } from 'vitest';
import { Attempt } from '@/lib/live/ask';

describe('the key of a request', () => {
  it('stays while the same is tried again, and differs for other content', () => {
    const attempt = new Attempt();
    const key = attempt.keyFor(['Baik.']);
    expect(attempt.keyFor(['Baik.'])).toBe(key);
    expect(attempt.keyFor(['Kurang.'])).not.toBe(key);
  });

  it('is another for the same words once the first were answered', () => {
    const attempt = new Attempt();
    const key = attempt.keyFor(['Baik.']);
    attempt.forget();
    expect(attempt.keyFor(['Baik.'])).not.toBe(key);
  });
});
