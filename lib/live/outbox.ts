import { createStore, del, delMany, entries, setMany, type UseStore } from 'idb-keyval';
import { alone } from './alone';
import { countFields, type Entry, readEntry, textsIn } from './outbox-entry';
import { isOpen, ownTab } from './tab';

/** Whose typing, of which tab, about which item. */
type Key = [person: string, tab: string, itemId: string];

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('rembug', 'outbox');
  return opened;
};

/** What is not yet known to be saved, kept in this browser's database: it survives reload, crash and a closed tab. */
export class Outbox {
  private waiting = new Map<string, Entry | null>();
  private writing: Promise<void> = Promise.resolve();
  private isFaulty = false;

  /** @param onFault storage is full, forbidden or gone: what is typed lives as long as the page */
  constructor(
    private readonly person: string,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Keeps what stands open of an item; null when nothing does. Written in turn, the newest of each item only. */
  write(itemId: string, entry: Entry | null): void {
    const isFirst = this.waiting.size === 0;
    this.waiting.set(itemId, entry);
    if (isFirst) this.writing = this.writing.then(() => this.writeAll());
  }

  /** Resolves when all that was to be kept is kept, or could not be. */
  written(): Promise<void> {
    return this.writing;
  }

  /**
   * Takes over what tabs left behind that are open no longer, this one before a reload among them.
   * @param take hands the entry to a sender, which writes what it now keeps
   */
  async adopt(take: (entry: Entry) => void): Promise<void> {
    let isRead = () => {};
    // Written sooner, what is typed now would take the place of what this tab left of the same item.
    const reading = new Promise<void>(resolve => {
      isRead = resolve;
    });
    this.writing = this.writing.then(() => reading);
    try {
      const tab = await ownTab();
      await alone(`rembug-adopt-${this.person}`, async () => {
        const list = await entriesOf(this.person);
        for (const [, stored] of list.filter(([key]) => key[1] === tab)) {
          const entry = readEntry(stored);
          if (entry) take(entry);
        }
        isRead();
        for (const [key, stored] of list.filter(([key]) => key[1] !== tab)) {
          const entry = readEntry(stored);
          if (!entry || (await isOpen(key[1]))) continue;
          take(entry);
          await this.writing;
          // Only what is safe under this tab's name may go from under the other's.
          if (!this.isFaulty) await del(key, store());
        }
      });
    } finally {
      isRead();
    }
  }

  private async writeAll(): Promise<void> {
    const list = [...this.waiting];
    this.waiting.clear();
    try {
      const tab = await ownTab();
      const keyOf = (itemId: string): Key => [this.person, tab, itemId];
      const kept = list.flatMap(([itemId, entry]): [Key, Entry][] => (entry ? [[keyOf(itemId), entry]] : []));
      const done = list.flatMap(([itemId, entry]) => (entry ? [] : [keyOf(itemId)]));
      if (kept.length > 0) await setMany(kept, store());
      if (done.length > 0) await delMany(done, store());
    } catch (error) {
      this.isFaulty = true;
      this.onFault(error);
    }
  }
}

/** How many fields of a person wait in this browser, in all its tabs; 0 where nothing can be kept. */
export async function countKept(person: string): Promise<number> {
  const list = await entriesOf(person).catch(() => []);
  return list.reduce((sum, [, stored]) => {
    const entry = readEntry(stored);
    return sum + (entry ? countFields(entry) : 1);
  }, 0);
}

/** What was kept by another version of the program and cannot be read by this one, in the words that are in it. */
export async function listForeign(person: string): Promise<{ texts: string[]; forget: () => Promise<void> }> {
  const list = (await entriesOf(person).catch(() => [])).filter(([, stored]) => readEntry(stored) === null);
  return {
    texts: list.flatMap(([, stored]) => textsIn(stored)),
    forget: () =>
      delMany(
        list.map(([key]) => key),
        store(),
      ).catch(() => {}),
  };
}

/** Empties this browser of what a person typed. */
export async function forgetKept(person: string): Promise<void> {
  const list = await entriesOf(person).catch(() => []);
  await delMany(
    list.map(([key]) => key),
    store(),
  ).catch(() => {});
}

async function entriesOf(person: string): Promise<[Key, unknown][]> {
  return (await entries<Key, unknown>(store())).filter(([[of]]) => of === person);
}
