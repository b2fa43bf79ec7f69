import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  name: string;
  content: string | Buffer;
  /** what the archive says instead of the size it really has */
  saidSize?: number;
}

/** An archive as any program makes it (APPNOTE 4.3), so that tests can also make one that lies. */
export function zipOf(...files: Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, saidSize } of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(saidSize ?? bytes.length, 18);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(Buffer.byteLength(name), 0);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, lengths, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, lengths, rest, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

export interface WorkbookGiven {
  sheets: Record<string, string>;
  sharedStrings?: string;
  styles?: string;
  workbookPr?: string;
}

/** A workbook of which each sheet is given as the XML of its rows. */
export function workbookOf({ sheets, sharedStrings, styles, workbookPr = '' }: WorkbookGiven): Buffer {
  const names = Object.keys(sheets);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const part = (name: string, content: string) => ({ name, content: head + content });
  const listed = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  const related = names.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return zipOf(
    part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${relation}">${workbookPr}<sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${related.join('')}</Relationships>`),
    ...(sharedStrings === undefined ? [] : [part('xl/sharedStrings.xml', `<sst ${main}>${sharedStrings}</sst>`)]),
    ...(styles === undefined ? [] : [part('xl/styles.xml', `<styleSheet ${main}>${styles}</styleSheet>`)]),
    ...Object.values(sheets).map((rows, index) =>
      part(`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`),
    ),
  );
}
