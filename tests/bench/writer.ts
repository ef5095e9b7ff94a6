import type { Outcome } from '@/lib/plan/outcome';
import type { SentChange } from '@/lib/plan/schema';
import { builtActions, returned } from '../support/endpoints/actions';
import { changeOf } from './cell-change';
import { Connection } from './connection';

let actionId: string | undefined;

type Sending = { site: string; cookie: string; path: string; changes: SentChange[] };

/** Sends changes to the program's own server action as a page does; answers with whatever it returned. */
export async function postChanges(
  connection: Connection,
  { site, cookie, path, changes }: Sending,
): Promise<{ status: number; text: string; value: unknown }> {
  actionId ??= builtActions().saveChangesAction;
  const { status, bytes } = await connection.send({
    ...{ method: 'POST', path, body: JSON.stringify([{ changes }]) },
    headers: {
      ...{ origin: site, cookie, 'next-action': actionId ?? '', accept: 'text/x-component' },
      'content-type': 'text/plain;charset=UTF-8',
    },
  });
  const text = bytes.toString();
  return { status, text, value: returned({ status, headers: {}, text, bytes }) };
}

/** The same, with the outcomes that a change must have. Throws when there are none. */
export async function sendChanges(connection: Connection, sending: Sending): Promise<Outcome[]> {
  const { status, text, value } = await postChanges(connection, sending);
  if (!Array.isArray(value)) throw new Error(`not saved: ${status} ${text.slice(0, 300)}`);
  return value;
}

/** An operator with a browser open at one own indicator, who saves one field of it again and again. */
export class Writer {
  private readonly connection: Connection;
  private last: Promise<unknown> = Promise.resolve();
  /** Told of each revision as it is acknowledged. */
  onSaved: (revision: number) => void = () => {};

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
    this.onSaved(outcome.revision);
  }
}
