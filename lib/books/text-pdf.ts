import { stampOf } from './document';
import { breakable, compile, millimetresPerPoint, papers, printedTable } from './pdf';
import { proseTemplate } from './pdf-template';
import { plainTexts } from './plain-document';
import { printedColumns } from './print-widths';
import type { Block, TextDocument } from './text-document';

const margins = { standing: 22, lying: 12 };
const fontSize = 10.5;
const tableSize = 8.5;
const longestWord = 60;

/** Prose as a tagged PDF, standing unless it is lying; DRAF behind the text of a draft. Throws with Typst's reason. */
export function textPdf(document: TextDocument): Uint8Array {
  const { title, footer, paper, isLying, blocks } = plainTexts(document);
  const { width, height } = papers[paper ?? 'a4'];
  const page = isLying ? { width, height } : { width: height, height: width };
  const margin = isLying ? margins.lying : margins.standing;
  const room = (page.width - 2 * margin) / (tableSize * millimetresPerPoint);
  const data = {
    ...{ page, margin, size: fontSize, tableSize, title, footer },
    ...{ stamp: stampOf(document), standing: null },
    blocks: blocks.map(block => printedBlock(block, room)),
  };
  return compile(proseTemplate, JSON.stringify(data));
}

function printedBlock(block: Block, room: number) {
  switch (block.kind) {
    case 'table': {
      const columns = printedColumns(block, room);
      return { kind: block.kind, ...printedTable(columns, block.rows) };
    }
    case 'masthead':
      return { ...block, lines: block.lines.map(fitting), number: block.number ?? null };
    case 'heading':
    case 'paragraph':
      return { ...block, text: fitting(block.text) };
    case 'list':
      return { ...block, items: block.items.map(fitting) };
    case 'signatures':
      return {
        ...block,
        parties: block.parties.map(({ before, name, after }) => ({
          ...{ before: before.map(fitting), name: fitting(name), after },
        })),
      };
    default:
      return block;
  }
}

const fitting = (text: string) => breakable(text, longestWord);
