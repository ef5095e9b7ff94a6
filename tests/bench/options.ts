import { parseArgs } from 'node:util';

export const sectionNames = [
  'save',
  'matrix',
  'hall',
  'exports',
  'growth',
  'cells',
  'grid',
  'import',
] as const;
export type SectionName = (typeof sectionNames)[number];

export type Options = {
  only: readonly SectionName[];
  isShort: boolean;
  /** Seconds of one turn of one contender. */
  turnSeconds: number;
  hallSeconds: number;
  directus: string | undefined;
  nocodb: string | undefined;
};

/** What the command line asks for. Throws with a sentence when it asks for something unknown. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      hall: { type: 'string' },
      directus: { type: 'string' },
      nocodb: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? sectionNames;
  const known = only.filter((name): name is SectionName => sectionNames.includes(name as SectionName));
  if (known.length < only.length) throw new Error(`--only takes ${sectionNames.join(', ')}`);
  const hallSeconds = Number(values.hall ?? (values.short ? 10 : 60));
  if (!(hallSeconds > 0 && hallSeconds <= 3600)) throw new Error('--hall takes seconds, up to 3600');
  return {
    ...{ only: known, isShort: values.short, turnSeconds: values.short ? 1.5 : 5, hallSeconds },
    ...{ directus: ownMachine(values.directus), nocodb: ownMachine(values.nocodb) },
  };
}

// Load goes to this machine and nowhere else.
function ownMachine(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  if (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname)) return origin;
  throw new Error(`${url} is not on this machine: http://127.0.0.1:… is asked for`);
}
