import type { Outcome } from '@/lib/plan/outcome';
import type { SentChange } from '@/lib/plan/schema';
import { builtActions, returned } from '../support/endpoints/actions';
import { changeOf } from './cell-change';
import { Connection } from './connection';

let actionId: string | undefined;

/** Sends changes to the program's own server action as a page does, and answers with their outcomes. */
export async function sendChanges(
  connection: Connection,
  { site, cookie, path, changes }: { site: string; cookie: string; path: string; changes: SentChange[] },
): Promise<Outcome[]> {
  actionId ??= builtActions().saveChangesAction;
  const { status, bytes } = await connection.send({
    ...{ method: 'POST', path, body: JSON.stringify([{ changes }]) },
    headers: {
      ...{ origin: site, cookie, 'next-action': actionId ?? '', accept: 'text/x-component' },
      'content-type': 'text/plain;charset=UTF-8',
    },
  });
  const text = bytes.toString();
  const outcomes = returned({ status, headers: {}, text, bytes });
  if (!Array.isArray(outcomes)) throw new Error(`not saved: ${status} ${text.slice(0, 300)}`);
  return outcomes;
}

/** An operator with a browser open at one own indicator, who saves one field of it again and again. */
export class Writer {
  private readonly connection: Connection;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly site: string,
    readonly cookie: string,
    readonly itemId: string,
    public version: number,
  ) {
    this.connection = new Connection(site);
  }

  /** Saves once; a save that is still under way is waited for, as the browser's sender does. */
  save(): Promise<void> {
    const next = this.last.then(
      () => this.send(),
      () => this.send(),
    );
    this.last = next;
    return next;
  }

  private async send(): Promise<void> {
    const [outcome] = await sendChanges(this.connection, {
      ...{ site: this.site, cookie: this.cookie, path: `/indikator/${this.itemId}` },
      changes: [changeOf(this.itemId, this.version)],
    });
    if (!outcome?.ok || outcome.version !== this.version + 1)
      throw new Error(`not saved: ${JSON.stringify(outcome)}`);
    this.version = outcome.version;
  }
}
