import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Dice } from './dice';
import { calm, Line, type Weather } from './line';

export type Counts = { connections: number; refused: number; requests: number; eaten: number; cuts: number };

export type BadNetwork = {
  port: number;
  url: string;
  /** What has happened so far. */
  counts: Counts;
  set: (weather: Weather) => void;
  /** Cuts every connection and refuses new ones for so long. */
  cut: (ms: number) => Promise<void>;
  close: () => Promise<void>;
};

/** A bad network between clients and a server on this machine: slow, narrow, cut off, and losing replies. */
export async function startProxy(target: number, seed: number): Promise<BadNetwork> {
  const dice = new Dice(seed);
  const counts: Counts = { connections: 0, refused: 0, requests: 0, eaten: 0, cuts: 0 };
  const open = new Set<() => void>();
  let weather = calm;
  let isCut = false;
  const server = createServer({ allowHalfOpen: true }, client => {
    client.on('error', () => {});
    if (isCut) {
      counts.refused += 1;
      client.resetAndDestroy();
      return;
    }
    counts.connections += 1;
    join(client, connect({ port: target, host: '127.0.0.1', allowHalfOpen: true }));
  });

  function join(client: Socket, upstream: Socket): void {
    const now = () => weather;
    const [there, back] = [new Line(client, upstream, now, dice), new Line(upstream, client, now, dice)];
    let isAsked = false;
    let isEaten = false;
    const cut = () => {
      open.delete(cut);
      for (const line of [there, back]) line.close();
      for (const socket of [client, upstream]) if (!socket.destroyed) socket.resetAndDestroy();
    };
    open.add(cut);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on('error', cut);
    }
    client.on('data', chunk => {
      if (!isAsked) counts.requests += 1;
      isAsked = true;
      there.carry(chunk);
    });
    upstream.on('data', chunk => {
      // The first bytes of a reply: the server has done what it was asked.
      if (isAsked && !isEaten && dice.chance(weather.eatenShare)) {
        isEaten = true;
        counts.eaten += 1;
        setTimeout(cut, weather.delayMs / 2);
      }
      isAsked = false;
      if (!isEaten) back.carry(chunk);
    });
    client.on('end', () => there.end());
    upstream.on('end', () => back.end());
    client.on('close', cut);
    upstream.on('close', () => client.writableEnded && cut());
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const cutAll = () => {
    for (const cut of open) cut();
  };
  return {
    ...{ port, url: `http://localhost:${port}`, counts },
    set: next => {
      weather = next;
    },
    cut: async ms => {
      counts.cuts += 1;
      isCut = true;
      cutAll();
      await pause(ms);
      isCut = false;
    },
    close: async () => {
      server.close();
      cutAll();
      await once(server, 'close');
    },
  };
}
