import PdfKit from 'pdfkit';
import type { Locale } from '../../platform/text/locale.ts';
import type { Block } from './one-page-frame.ts';
import { escapeHtml } from './one-page-html.ts';
import { onePageTexts } from './one-page-texts.ts';
import { drawBlock, type Page } from './pdf-blocks.ts';
import { layLines } from './pdf-lines.ts';
import { measure_pt, paper, type Pdf, quiet, Sheet, stepOf } from './pdf-sheet.ts';

export interface Stamp {
  language: Locale;
  title: string;
  /** SHA-256 of the content */
  hash: string;
  /** which version this is, and of which day */
  edition: string;
  /** when it was kept; of what is not kept, the day it was made */
  madeAt: number;
  changedAt: number;
}

/** The page on paper: real text in a structure, by the same pieces as the other forms. Equal input gives equal bytes. */
export async function toPdf(blocks: readonly Block[], stamp: Stamp): Promise<Uint8Array> {
  const pdf = openPdf(stamp);
  const bytes = readAll(pdf);
  const sheet = new Sheet(pdf);
  const whole = pdf.struct('Document');
  pdf.addStructure(whole);
  const page: Page = { sheet, whole, outline: [pdf.outline], hasMissing: false };
  for (const block of blocks) drawBlock(page, block);
  whole.end();
  stampPages(page, stamp);
  pdf.end();
  return bytes;
}

function openPdf({ language, title, hash, edition, madeAt, changedAt }: Stamp): Pdf {
  const info = {
    Title: title,
    Subject: edition,
    Keywords: `SHA-256 ${hash}`,
    Author: 'Peil',
    Creator: 'Peil',
    CreationDate: new Date(madeAt),
    ModDate: new Date(changedAt),
  };
  const pdf = new PdfKit({
    size: 'A4',
    // The sheet decides where a page ends.
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    // Not a font of the library's own, which the reader may lack.
    font: '',
    info,
  });
  escapeMetadata(pdf, title);
  return pdf;
}

/** The library writes what it is told into XML as it is, after it has written the title where it stays text. */
function escapeMetadata(pdf: Pdf, title: string): void {
  const inner = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    pdf.info.Title = escapeHtml(title);
    inner();
  };
}

function readAll(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

/** At the foot of every page: which edition, which page, the hash of what it says, and what a box stands for. */
function stampPages({ sheet, hasMissing }: Page, { language, hash, edition }: Stamp): void {
  const t = onePageTexts[language];
  const { pdf } = sheet;
  const { count } = pdf.bufferedPageRange();
  const size = 7;
  const place = { weight: 'plain', size, color: quiet, x: 0, width: measure_pt } as const;
  for (let number = 1; number <= count; number++) {
    pdf.switchToPage(number - 1);
    pdf.markContent('Artifact', { type: 'Pagination' });
    const put = (text: string, y: number, align: 'left' | 'right') => {
      const [line] = layLines(text, measure_pt, sheet.face('plain', size));
      if (line) sheet.strokes(line, { ...place, y, align });
    };
    const top = paper.height - paper.foot + 16;
    put(edition, top, 'left');
    put(t.pageOf({ number: `${number}`, count: `${count}` }), top, 'right');
    put(`SHA-256 ${hash}`, top + stepOf(size), 'left');
    if (hasMissing) put(t.missingSigns, top + 2 * stepOf(size), 'left');
    pdf.endMarkedContent();
  }
}
