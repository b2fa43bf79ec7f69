import { describe, expect, test } from 'vitest';
import { deepValueModel } from '../../../../test/kit/deep-value-model.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { valueModelSchema } from '../contract.ts';
import { delayModel, triageModel } from '../model-fixtures.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';
import { figuresIn, placesWritten, sourcePathOf } from './figures-in.ts';
import { nameOfFigure } from './name-of-figure.ts';
import { writeFigure } from './write-figure.ts';

const drafts = {
  'acting or not': deepValueModel as unknown as Draft,
  'several decisions': triageModel({ expected: { kind: 'confusion', rates: triageRates() } }) as unknown as Draft,
  'how much': delayModel({ timing: { horizonYears: 5, discountRate: { likely: 0.05 } } }) as unknown as Draft,
};

function triageRates() {
  return [
    [1, 0, 0, 0],
    [0.1, 0.8, 0, 0.1],
    [0, 0, 0.9, 0.1],
  ];
}

const written = (draft: Draft, path: string) => {
  const figure = figuresIn(draft).find((each) => each.path === path);
  if (!figure) throw new Error(`no figure at ${path}`);
  const { value, source } = writeFigure(figure, draft, { formats: formatsFor('en'), locale: 'en' });
  return { name: nameOfFigure(figure, draft, 'en'), value, source };
};

/** Every number in a model, by its place. */
function numbersIn(inner: unknown, path = ''): string[] {
  const isDecimal = typeof inner === 'string' && /^-?\d+(\.\d+)?$/.test(inner);
  if (typeof inner === 'number' || isDecimal) return [path];
  if (typeof inner !== 'object' || inner === null) return [];
  return Object.entries(inner).flatMap(([key, part]) => numbersIn(part, path === '' ? key : `${path}.${key}`));
}

describe('the figures that can be changed where they stand', () => {
  test.each(Object.entries(drafts))('PF11 every number of a model belongs to one of them: %s', (_, draft) => {
    const { scenarios: _scenarios, ...base } = draft;
    const places = figuresIn(draft).flatMap(placesWritten);
    const missed = numbersIn(base).filter((path) => !places.some((place) => `${path}.`.startsWith(`${place}.`)));
    expect(missed).toEqual([]);
    expect(new Set(figuresIn(draft).map(({ path }) => path)).size).toBe(figuresIn(draft).length);
  });

  test.each(Object.entries(drafts))(
    'PF11 each has a name of its own, a value, and a place for a source: %s',
    (_, draft) => {
      const figures = figuresIn(draft);
      const names = figures.map((figure) => nameOfFigure(figure, draft, 'nl'));
      expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([]);
      const values = figures.map(
        (figure) => writeFigure(figure, draft, { formats: formatsFor('nl'), locale: 'nl' }).value,
      );
      expect(values.filter((value) => value === '' || value === '–')).toEqual([]);
      for (const figure of figures) {
        const source = sourcePathOf(figure);
        if (source === null) continue;
        const sourced = withValueAt(draft, source, 'A report');
        expect(valueModelSchema.safeParse(sourced).success, source).toBe(true);
        expect(writeFigure(figure, sourced, { formats: formatsFor('nl'), locale: 'nl' }).source).toBe('A report');
      }
    },
  );

  test('PF11 a row of a table is written by its kind of case, a penalty with the size it begins at', () => {
    expect(written(drafts['acting or not'], 'today.rows.1')).toEqual({
      name: 'It was not needed: counted (today)',
      value: '2,800 · 45,200',
      source: 'Log of the night shift',
    });
    expect(written(drafts['several decisions'], 'expected.rates.2')).toEqual({
      name: '“failing”: share by decision (expected)',
      value: '0% · 0% · 90% · 10%',
      source: '',
    });
    expect(written(drafts['several decisions'], 'values.2.0')).toMatchObject({ name: 'failing, decided: leave' });
    expect(written(drafts['how much'], 'steps.0').value).toMatch(/40.* beyond 15 minutes$/);
    expect(written(drafts['how much'], 'depreciationYears').value).toBe('3');
    expect(valueAt(drafts['how much'], 'timing.horizonYears')).toBe(5);
  });
});
