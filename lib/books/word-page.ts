import {
  AlignmentType,
  Footer,
  Header,
  type IStylesOptions,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';

export const ink = '1F2933';
export const grey = '52606D';
export const pale = 'D5DAE0';

/** Half points, as Word counts; the text of tables. */
export const tableSize = 15;

const plainStyle = { basedOn: 'Normal', next: 'Normal', quickFormat: true };

export const wordStyles: IStylesOptions = {
  default: {
    document: { run: { font: 'Inter', size: tableSize, color: ink, language: { value: 'id-ID' } } },
    title: { run: { size: 28, bold: true, color: ink }, paragraph: { spacing: { after: 120 } } },
  },
  paragraphStyles: [
    {
      ...{ id: 'Fact', name: 'Fakta', ...plainStyle },
      paragraph: { spacing: { after: 20 } },
    },
    { id: 'Gap', name: 'Jarak', ...plainStyle, run: { size: 8 }, paragraph: { spacing: { after: 60 } } },
    {
      ...{ id: 'Note', name: 'Catatan', ...plainStyle },
      ...{ run: { color: grey }, paragraph: { spacing: { before: 60 } } },
    },
  ],
};

/** Half points; the text of prose. */
const proseSize = 21;

/** The same house, for prose: its tables keep their own size, which their cells do not name. */
export const proseStyles: IStylesOptions = {
  default: {
    ...wordStyles.default,
    title: {
      run: { size: 26, bold: true, color: ink },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 60 } },
    },
    heading2: {
      run: { size: 23, bold: true, color: ink },
      paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    ...(wordStyles.paragraphStyles ?? []),
    {
      ...{ id: 'Prose', name: 'Naskah', ...plainStyle },
      ...{ run: { size: proseSize }, paragraph: { spacing: { after: 120, line: 288 } } },
    },
    {
      ...{ id: 'Number', name: 'Nomor', ...plainStyle, run: { size: proseSize } },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 280 } },
    },
    {
      ...{ id: 'Signature', name: 'Tanda tangan', ...plainStyle, run: { size: proseSize } },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
};

/** Word takes Arial where Inter is not installed; the library itself cannot name a second font. */
export const wordFontTable = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Inter"><w:altName w:val="Arial"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`,
};

export function wordHeader(text: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text, bold: true, color: grey, size: 18, characterSpacing: 60 })],
      }),
    ],
  });
}

/** `text` on the left, the page on the right of a line of `width` twentieths of a point. */
export function wordFooter(text: string, width: number): Footer {
  const run = { color: grey, size: 14 };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ ...run, text }),
          new TextRun({ ...run, children: ['\tHalaman ', PageNumber.CURRENT] }),
          new TextRun({ ...run, children: [' dari ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
