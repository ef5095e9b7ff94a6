import { posix } from 'node:path';
import { refusals } from './refusal';
import { walkXml, xmlText } from './xml';
import type { ZipParts } from './zip-parts';

export type SheetPart = { name: string; path: string };

/** What a workbook consists of, as far as cells are concerned; found by its relations, as its writer meant it. */
export type WorkbookParts = {
  /** In the order of their tabs; null where a tab holds a picture only. */
  sheets: (SheetPart | null)[];
  texts: string | undefined;
  styles: string | undefined;
  /** What describes the workbook and is passed on as it is. */
  frame: string[];
  hasMacros: boolean;
};

type Relation = { id: string; type: string; target: string };

/** Finds sheets, texts and styles of an Excel workbook. */
export function workbookParts(zip: ZipParts): WorkbookParts {
  const root = '_rels/.rels';
  const book = relations(zip, root, '').find(({ type }) => type === 'officeDocument')?.target;
  if (book === undefined || !zip.has(book) || !zip.has('[Content_Types].xml')) throw refusals.damaged();
  const folder = posix.dirname(book) === '.' ? '' : posix.dirname(book);
  const bookRelations = posix.join(folder, '_rels', `${posix.basename(book)}.rels`);
  const all = relations(zip, bookRelations, folder);
  const one = (type: string) => all.find(each => each.type === type && zip.has(each.target))?.target;
  const sheets = sheetTags(zip, book).map(({ name, id }) => {
    const found = all.find(each => each.id === id);
    if (!found || (found.type === 'worksheet' && !zip.has(found.target))) throw refusals.damaged();
    return found.type === 'worksheet' ? { name, path: found.target } : null;
  });
  return {
    sheets,
    texts: one('sharedStrings'),
    styles: one('styles'),
    frame: ['[Content_Types].xml', root, book, bookRelations],
    hasMacros: zip.names().some(name => /vbaProject\.bin$/i.test(name)),
  };
}

function sheetTags(zip: ZipParts, book: string): { name: string; id: string }[] {
  const tags: { name: string; id: string }[] = [];
  walkXml(xmlText(zip.read(book)), {
    open: (tag, { name = '', id = '' }) => {
      if (tag === 'sheet') tags.push({ name, id });
    },
  });
  return tags;
}

function relations(zip: ZipParts, path: string, folder: string): Relation[] {
  const found: Relation[] = [];
  if (!zip.has(path)) throw refusals.damaged();
  walkXml(xmlText(zip.read(path)), {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}
