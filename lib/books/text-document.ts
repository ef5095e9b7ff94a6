import type { Column, Row, TableDocument } from './document';

/** Prose as it leaves the house, with tables in it: PDF and Word are drawn from this and nothing else. */
export type TextDocument = {
  /** Short, for file names: "berita-acara". */
  name: string;
  title: string;
  isDraft: boolean;
  /** Marked in the place of that: it is practice. */
  isPractice?: boolean;
  paper?: 'a4' | 'f4';
  /** On the long side, for wide tables. */
  isLying?: boolean;
  blocks: readonly Block[];
  /** At the foot of every page. */
  footer: string;
};

export type Block =
  /** The lines that a document begins with, in the middle; below them its number. */
  | { kind: 'masthead'; lines: readonly string[]; number?: string }
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: readonly { label: string; value: string }[] }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly Row[] }
  /** Whoever signs, two to a line; one alone stands at the end of the line. They stay together on a page. */
  | { kind: 'signatures'; parties: readonly Party[] }
  /** What follows begins a page. */
  | { kind: 'page' };

/** Place and office, room for a hand, and below it the name. */
export type Party = { before: readonly string[]; name: string; after: readonly string[] };

/** Whatever can be drawn. */
export type PrintedDocument = TableDocument | TextDocument;

/** Whether it is prose: no workbook is made of it. */
export const isProse = (document: object): document is TextDocument => 'blocks' in document;
