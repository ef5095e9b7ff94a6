import { get } from 'node:http';

export type StreamEvent = { event: string; data: unknown; at: number };

/** An event stream as a client without a browser reads it. */
export type Stream = {
  status: number;
  events: StreamEvent[];
  isEnded: () => boolean;
  /** Waits for an event that fits, for at most `ms`. */
  until: (fits: (event: StreamEvent) => boolean, ms?: number) => Promise<StreamEvent>;
  close: () => void;
};

/** Opens a stream; settles as soon as its head has come. */
export function openStream(url: string, cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const events: StreamEvent[] = [];
    const waiting = new Set<() => void>();
    let isEnded = false;
    let text = '';
    const wake = () => {
      for (const look of waiting) look();
    };
    const req = get(url, { headers: { cookie, 'accept-encoding': 'gzip, br' }, agent: false }, res => {
      res.setEncoding('utf8');
      res.on('data', chunk => {
        text += chunk;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          const value = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)?.[1] ?? '';
          events.push({ event: value('event'), data: JSON.parse(value('data') || 'null'), at: Date.now() });
        }
        wake();
      });
      const end = () => {
        isEnded = true;
        wake();
      };
      res.on('close', end);
      res.on('error', end);
      resolve({
        ...{ status: res.statusCode ?? 0, events, isEnded: () => isEnded, close: () => req.destroy() },
        until: (fits, ms = 5_000) =>
          new Promise((found, failed) => {
            const look = () => {
              const event = events.find(fits);
              if (!event) return;
              waiting.delete(look);
              clearTimeout(timer);
              found(event);
            };
            const timer = setTimeout(() => {
              waiting.delete(look);
              failed(new Error(`not within ${ms} ms; heard ${JSON.stringify(events).slice(0, 500)}`));
            }, ms);
            waiting.add(look);
            look();
          }),
      });
    });
    req.on('error', reject);
  });
}
