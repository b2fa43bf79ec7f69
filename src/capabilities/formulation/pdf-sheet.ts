import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type PdfKit from 'pdfkit';
import type { Face, Line } from './pdf-lines.ts';

export type Weight = 'plain' | 'bold';
/** An element of the structure by which a reader, and who listens, finds the way: P, H1, Table, ... */
export type Element = ReturnType<Pdf['struct']>;
export type Pdf = InstanceType<typeof PdfKit>;

/** A4 in points, with 17 mm at the sides. */
export const paper = { width: 595.28, height: 841.89, side: 48, top: 48, foot: 66 };
export const quiet = '#4a5866';
export const rule = '#c9d1da';

export const measure_pt = paper.width - 2 * paper.side;
const lastLine = paper.height - paper.foot;

const files: Record<Weight, string> = { plain: 'DejaVuSansCondensed.ttf', bold: 'DejaVuSansCondensed-Bold.ttf' };

function fontFile(weight: Weight): string {
  const manifest = findPackageJSON('dejavu-fonts-ttf', import.meta.url);
  if (!manifest) throw new Error('the package dejavu-fonts-ttf is not installed: run npm ci');
  return join(dirname(manifest), 'ttf', files[weight]);
}

export interface Drawn {
  lines: readonly Line[];
  weight: Weight;
  size: number;
  color: string;
  /** from the left side of the text */
  x: number;
  width: number;
  align?: 'left' | 'right';
}

/**
 * Paper that is filled from the top, page after page. Every line belongs to an element of the structure; what only
 * decorates is marked as such, so that it is not read aloud.
 */
export class Sheet {
  readonly pdf: Pdf;
  y = paper.top;

  constructor(pdf: Pdf) {
    this.pdf = pdf;
    for (const weight of ['plain', 'bold'] as const) pdf.registerFont(weight, fontFile(weight));
    pdf.addPage();
  }

  face(weight: Weight, size: number): Face {
    const font = this.pdf.font(weight).fontSize(size);
    // Which signs a font has is known to the library beneath, which this one's types do not show.
    const { _font } = font as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } };
    return {
      covers: (point) => _font.font.hasGlyphForCodePoint(point),
      width: (text) => (text === '' ? 0 : this.pdf.font(weight).fontSize(size).widthOfString(text)),
    };
  }

  /** Goes on to the next page where less than this is left; a new page begins without space above. */
  keep(height: number): void {
    if (this.y + height <= lastLine) return;
    this.pdf.addPage();
    this.y = paper.top;
  }

  space(height: number): void {
    if (this.y > paper.top) this.y += height;
  }

  /** Fills lines downwards, on the next page where this one is full; `beside` draws what decorates each line. */
  fill(element: Element, drawn: Drawn, beside?: (top: number, height: number) => void): void {
    const step = stepOf(drawn.size);
    for (const line of drawn.lines) {
      this.keep(step);
      if (beside) this.decorate(() => beside(this.y, step));
      this.line(element, line, { ...drawn, y: this.y });
      this.y += step;
    }
  }

  line(element: Element, line: Line, place: Omit<Drawn, 'lines'> & { y: number }): void {
    if (line.runs.length === 0) return;
    element.add(this.pdf.markStructureContent('Span'));
    this.strokes(line, place);
    this.pdf.endMarkedContent();
  }

  /** What is drawn here is no part of the text. */
  decorate(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  strokes({ runs, width, isRightToLeft }: Line, place: Omit<Drawn, 'lines'> & { y: number }): void {
    const { pdf } = this;
    const toTheRight = isRightToLeft !== (place.align === 'right');
    let x = paper.side + place.x + (toTheRight ? place.width - width : 0);
    pdf.font(place.weight).fontSize(place.size).fillColor(place.color);
    const y = place.y + (stepOf(place.size) - pdf.currentLineHeight()) / 2;
    for (const run of runs) {
      if (run.actual !== undefined) pdf.markContent('Span', { actual: run.actual });
      // Given features, even none, make it shape the run as a whole, and not word by word.
      pdf.text(run.text, x, y, { lineBreak: false, features: [] });
      if (run.actual !== undefined) pdf.endMarkedContent();
      x += run.width;
    }
  }
}

export const stepOf = (size: number): number => size * 1.42;
