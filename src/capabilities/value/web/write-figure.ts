import type { Locale } from '../../../platform/text/locale.ts';
import type { EstimateKind } from '../../../web/kit/form/estimate-text.ts';
import type { Formats } from '../../../web/kit/language/formats.ts';
import { caseAxesOf, countAt } from './case-axes.ts';
import { listOf, textOf } from './draft-context.ts';
import { type Draft, valueAt } from './draft-path.ts';
import { type FigurePlace, sourcePathOf } from './figures-in.ts';
import type { CaseRow } from './parse-cases.ts';
import { partsResultTexts } from './parts-result-texts.ts';

interface Writing {
  formats: Formats;
  locale: Locale;
}

interface WrittenFigure {
  value: string;
  /** null: certain; empty for what has no range of its own */
  range: string | null;
  source: string;
}

/** A figure as people read it: its likely value with unit, from low to high, and its source. */
export function writeFigure(figure: FigurePlace, draft: Draft, writing: Writing): WrittenFigure {
  const { path, kind } = figure;
  if (kind === 'plain' || kind === 'rates' || kind === 'counts') {
    const source = textOf(valueAt(draft, sourcePathOf(figure) ?? ''));
    return { value: writers[kind](path, draft, writing), range: '', source };
  }
  if (kind === 'step') return writeStep(path, draft, writing);
  if (kind === 'amount') return writeAmount(path, draft, writing);
  const estimate = (valueAt(draft, path) ?? {}) as Draft;
  return writeEstimate(estimate, (part) => writePart(part, { kind, draft, ...writing }));
}

function writeAmount(path: string, draft: Draft, writing: Writing): WrittenFigure {
  const whole = (valueAt(draft, path) ?? {}) as Draft;
  if (whole['kind'] === 'constant') {
    const estimate = (whole['value'] ?? {}) as Draft;
    return writeEstimate(estimate, (part) => writePart(part, { kind: 'money', draft, ...writing }));
  }
  const { perRow } = partsResultTexts[writing.locale].restsOn;
  return { value: perRow({ column: textOf(whole['column']) }), range: null, source: textOf(whole['source']) };
}

const absent = '–';
const between = ' · ';

const writers = {
  plain: (path: string, draft: Draft, { formats }: Writing) => {
    const number = textOf(valueAt(draft, path));
    return number === '' ? absent : formats.number(Number(number));
  },
  rates: (path: string, draft: Draft, { formats }: Writing) =>
    listOf(valueAt(draft, path))
      .map((rate) => (textOf(rate) === '' ? absent : formats.percent(Number(rate), 2)))
      .join(between) || absent,
  counts: (path: string, draft: Draft, { formats, locale }: Writing) => {
    const { truths, decisions } = caseAxesOf(draft, locale);
    const truth = truths[Number(path.split('.').at(-1))]?.word ?? '';
    const rows = listOf(valueAt(draft, path.replace(/\.\d+$/, ''))) as readonly CaseRow[];
    const counts = decisions.map(({ word }) => countAt(rows, { truth, decision: word }));
    return counts.map((count) => (count === undefined ? absent : formats.number(count))).join(between);
  },
};

function writeStep(path: string, draft: Draft, writing: Writing): WrittenFigure {
  const { formats, locale } = writing;
  const cost = (valueAt(draft, `${path}.cost`) ?? {}) as Draft;
  const written = writeEstimate(cost, (part) => writePart(part, { kind: 'money', draft, ...writing }));
  const beyond = textOf(valueAt(draft, `${path}.beyond`));
  const size = `${beyond === '' ? absent : formats.number(Number(beyond))} ${textOf(draft['unit'])}`.trim();
  return { ...written, value: partsResultTexts[locale].restsOn.penalty({ cost: written.value, beyond: size }) };
}

function writeEstimate({ low, likely, high, source }: Draft, write: (part: unknown) => string): WrittenFigure {
  const range = low === undefined || high === undefined ? null : `${write(low)} – ${write(high)}`;
  return { value: write(likely), range, source: textOf(source) };
}

interface Part extends Writing {
  kind: EstimateKind;
  draft: Draft;
}

function writePart(part: unknown, { kind, draft, formats }: Part): string {
  if (textOf(part) === '') return absent;
  if (kind === 'share') return formats.percent(Number(part), 2);
  if (kind === 'number') return formats.number(Number(part));
  const given = textOf(draft['currency']);
  return formats.money(textOf(part), /^[A-Z]{3}$/.test(given) ? given : 'EUR');
}
