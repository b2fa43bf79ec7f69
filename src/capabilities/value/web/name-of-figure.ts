import type { Locale } from '../../../platform/text/locale.ts';
import type { Draft } from './draft-path.ts';
import { caseAxesOf } from './case-axes.ts';
import { editorTexts } from './editor-texts.ts';
import type { FigurePlace } from './figures-in.ts';
import { classNameAt, nameOfPath } from './name-of-path.ts';
import { partsResultTexts } from './parts-result-texts.ts';

/** What a figure is called; a row of a table is called by its kind of case. */
export function nameOfFigure({ path, kind }: FigurePlace, draft: Draft, locale: Locale): string {
  const t = editorTexts[locale];
  const { ratesOf, countsOf } = partsResultTexts[locale].restsOn;
  const row = Number(path.split('.').at(-1));
  const way = path.includes('expected.') ? 'expected' : 'today';
  if (kind === 'rates') return t[way]({ what: ratesOf({ truth: classNameAt(draft, row, t) }) });
  if (kind === 'counts') {
    const truth = caseAxesOf(draft, locale).truths[row]?.label ?? '';
    return t.today({ what: countsOf({ truth }) });
  }
  return nameOfPath(path, draft, locale);
}
