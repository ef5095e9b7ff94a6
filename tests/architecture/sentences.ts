import ts from 'typescript';
import { isForPrograms, isForUsers, looksLikeCode, looksLikeProse } from './sentence-places';
import { hasOwnWords, hasWords, hole, isString, Reader, type Reading } from './sentence-readings';
import { codeFiles, lineAt, type Sources } from './source';

/** What the program says to whoever uses or runs it; where it fills something in stands {…}. */
export type Sentence = { file: string; line: number; text: string };

const collected = new WeakMap<Sources, Sentence[]>();

/** All that the program says: on its pages, in its messages, in print, and to the operator; once per set of files. */
export function sentencesOf(sources: Sources): Sentence[] {
  const known = collected.get(sources);
  if (known) return known;
  const found = [
    ...codeFiles(sources, /^(app|components|lib)\//).flatMap(saidByCode),
    ...saidByStyles(sources),
  ];
  const places = new Map(found.map(sentence => [Object.values(sentence).join('\0'), sentence]));
  const sentences = [...places.values()];
  collected.set(sources, sentences);
  return sentences;
}

/** The same for a reader: file and sentence, sorted, each once. */
export function listOf(sentences: readonly Sentence[]): string[] {
  return [...new Set(sentences.map(({ file, text }) => `${file}\t${text.replaceAll('\n', ' / ')}`))].sort();
}

function saidByCode(file: ts.SourceFile): Sentence[] {
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    const reader = new Reader();
    const readings = readingsOf(node, reader).filter(({ text }) => hasWords(text));
    if (readings.length === 0) return void ts.forEachChild(node, visit);
    found.push(
      ...readings.map(({ text, at }) => ({
        ...{ file: file.fileName, line: lineAt(file.text, at) },
        text: text.replace(/[^\S\n]+/g, ' ').trim(),
      })),
    );
    if (ts.isJsxElement(node)) visit(node.openingElement);
    reader.rest.forEach(visit);
  };
  visit(file);
  return found;
}

function readingsOf(node: ts.Node, reader: Reader): Reading[] {
  if (hasOwnWords(node)) return reader.readChildren(node);
  if (!isString(node)) return [];
  const isSpoken = isForUsers(node);
  return reader
    .read(node)
    .filter(({ text }) => !isForPrograms(node, text) && !looksLikeCode(text))
    .filter(({ text }) => isSpoken || looksLikeProse(text));
}

function saidByStyles(sources: Sources): Sentence[] {
  return [...sources]
    .filter(([path]) => /^(app|components)\/.+\.css$/.test(path))
    .flatMap(([file, source]) =>
      [...source.matchAll(/\bcontent:([^;}]+)/g)].map(({ 1: value = '', index }) => ({
        ...{ file, line: lineAt(source, index) },
        // Strings side by side are one text; a counter between them is filled in.
        text: [...value.matchAll(/"([^"]*)"|[\w-]+\([^)]*\)/g)].map(({ 1: text = hole }) => text).join(''),
      })),
    )
    .filter(({ text }) => hasWords(text));
}
