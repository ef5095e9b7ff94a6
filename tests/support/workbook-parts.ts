import { zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

export type Parts = Record<string, string | Uint8Array>;

/** A workbook written part by part, so that any of them can be damaged. */
export function workbookOf(sheetData: string, changed: Parts = {}, level: 0 | 9 = 9): Uint8Array {
  return zipOf({ ...workbookParts([sheetXml(sheetData)]), ...changed }, level);
}

/** A zip of texts and bytes. */
export function zipOf(parts: Parts, level: 0 | 9 = 9): Uint8Array {
  const encode = (part: string | Uint8Array) =>
    typeof part === 'string' ? new TextEncoder().encode(part) : part;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, [encode(part), { level }]])),
  );
}

export const sheetXml = (sheetData: string, before = '', after = '') =>
  `<?xml version="1.0"?><worksheet xmlns="${main}">${before}<sheetData>${sheetData}</sheetData>${after}</worksheet>`;

/** The parts of a workbook with these sheets, one shared text (“Nama”) and a percent format as look 1. */
export function workbookParts(sheets: string[], type = 'worksheet'): Parts {
  const list = sheets.map((_, index) => index + 1);
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.map(n => `<sheet name="Lembar ${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${list.map(n => `<Relationship Id="rId${n}" Type="${office}/${type}" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': sharedTexts('<si><t>Nama</t></si>'),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
  };
}

export const sharedTexts = (items: string) => `<sst xmlns="${main}">${items}</sst>`;

/** Rows of a text and numbers, for a sheet that is only long or wide. */
export function longRows(rows: number, columns: number): string {
  const one = (row: number) =>
    `<row r="${row}">${Array.from({ length: columns }, (_, column) => `<c r="${columnName(column)}${row}"><v>${(row * 7 + column) % 97}</v></c>`).join('')}</row>`;
  return Array.from({ length: rows }, (_, index) => one(index + 1)).join('');
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}

/** An OpenDocument spreadsheet with these rows. */
export function openDocument(rows: string, changed: Parts = {}): Uint8Array {
  const space = 'urn:oasis:names:tc:opendocument:xmlns';
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="${space}:office:1.0" xmlns:table="${space}:table:1.0" xmlns:text="${space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Lembar 1">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ...changed,
  });
}
