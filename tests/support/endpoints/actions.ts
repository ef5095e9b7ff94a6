import { readFileSync } from 'node:fs';
import { type Answer, type Asked, ask } from '../http';

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> };

/** The pages and route handlers of the build. */
export function builtRoutes(): string[] {
  return Object.keys(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')));
}

/** The server actions of the build in a folder: name → id. */
export function builtActions(build = '.next'): Record<string, string> {
  const manifest: Manifest = JSON.parse(
    readFileSync(`${build}/server/server-reference-manifest.json`, 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName, id]),
  );
}

/** Calls a server action as its page does, with the site's own Origin unless `headers` say otherwise. */
export function callAction(site: string, { name, args, path, cookie, headers }: Call): Promise<Answer> {
  const body = typeof args === 'string' ? args : JSON.stringify(argumentsOf(name, args));
  const own = {
    origin: site,
    'next-action': builtActions()[name],
    'content-type': 'text/plain;charset=UTF-8',
  };
  const sent = Object.entries({ ...own, ...headers }).filter(([, value]) => value !== undefined);
  return ask(`${site}${path}`, { method: 'POST', cookie, headers: Object.fromEntries(sent), body });
}

// A list of changes travels in an object, beside the person that a page was drawn for.
function argumentsOf(name: string, args: unknown[]): unknown[] {
  const isList = name === 'saveChangesAction' && args.length === 1 && Array.isArray(args[0]);
  return isList ? [{ changes: args[0] }] : args;
}

export type Call = {
  name: string;
  /** The list of arguments, or the body as it is sent. */
  args: unknown[] | string;
  path: string;
  cookie?: string;
  headers?: Asked['headers'];
};

/** Posts a form to its action as a browser without script does; `fields` come as they are. */
export function postForm(
  site: string,
  { name, fields, path, cookie, headers }: Omit<Call, 'args'> & { fields: Record<string, string> },
): Promise<Answer> {
  const boundary = 'rembug-uji';
  const parts = Object.entries({ [`$ACTION_ID_${builtActions()[name]}`]: '', ...fields }).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const type = `multipart/form-data; boundary=${boundary}`;
  const sent = Object.entries({ origin: site, 'content-type': type, ...headers });
  const filled = sent.filter(([, value]) => value !== undefined);
  const body = `${parts.join('')}--${boundary}--\r\n`;
  return ask(`${site}${path}`, { method: 'POST', cookie, headers: Object.fromEntries(filled), body });
}

/** What an action returned, as its answer carries it; undefined when it returned nothing readable. */
export function returned({ text }: Answer): unknown {
  const root = /^0:(\{.*)$/m.exec(text)?.[1];
  const row = root ? /^\$@([0-9a-f]+)$/.exec(String(JSON.parse(root).a))?.[1] : undefined;
  const line = row && new RegExp(`^${row}:([\\[{"].*)$`, 'm').exec(text)?.[1];
  return line ? JSON.parse(line) : undefined;
}

/** The reasons of what an action returned, one per item; 'ok' for what was taken. */
export function reasonsOf(answer: Answer): string[] {
  const value = returned(answer) as Outcome | Outcome[] | undefined;
  if (value === undefined) return [`HTTP ${answer.status}`];
  return [value].flat().map(({ ok, reason }) => (ok ? 'ok' : (reason ?? 'none')));
}

type Outcome = { ok: boolean; reason?: string };
