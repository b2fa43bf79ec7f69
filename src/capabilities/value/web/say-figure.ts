import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { textOf } from './draft-context.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';
import { figuresIn } from './figures-in.ts';
import { nameOfFigure } from './name-of-figure.ts';
import { nameOfPath } from './name-of-path.ts';
import { writeFigure } from './write-figure.ts';

interface Said {
  name: string;
  value: string;
  /** from low to high; null: certain */
  range: string | null;
}

/** A figure at a place of the value model as people read it, with another value than stands there. */
export function sayFigure(
  { draft, path, value }: { draft: Draft; path: string; value: unknown },
  locale: Locale,
): Said {
  const figure = figuresIn(draft).find((each) => `${path}.`.startsWith(`${each.path}.`));
  const name = figure ? nameOfFigure(figure, draft, locale) : nameOfPath(path, draft, locale);
  const formats = formatsFor(locale);
  // The mean of a column is one figure of an amount that differs by row.
  if (!figure || path.endsWith('.mean')) {
    const likely = textOf(valueAt(value, 'likely'));
    return { name, value: likely === '' ? '–' : formats.number(likely, 6), range: null };
  }
  const { value: written, range } = writeFigure(figure, withValueAt(draft, path, value), { formats, locale });
  return { name, value: written, range };
}
