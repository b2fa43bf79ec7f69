import type { ReactNode } from 'react';
import { Figure } from '../../../web/kit/figure/figure.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ValueModel, ValueResult } from '../contract.ts';
import type { Draft } from './draft-path.ts';
import { figuresIn } from './figures-in.ts';
import { figuresOf } from './figures-of.ts';
import { nameOfFigure } from './name-of-figure.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { resultTexts } from './result-texts.ts';

interface ValueFiguresProps {
  model: ValueModel;
  result: ValueResult;
  version: number | null;
  /** what stands beside a figure, by what it is for good */
  beside?: (figure: string, label: string) => ReactNode;
  /** opens a figure of the model where it can be changed */
  open: (path: string) => void;
}

/** Each figure with where it comes from, one press away, and the figures it rests on one press further. */
export function ValueFigures({ model, result, version, beside, open }: ValueFiguresProps) {
  const locale = useLocale();
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const { draws, seed } = result.interval;
  return (
    <div className="figures">
      {figuresOf(result, locale).map(({ figure, label, value, unit, isDrawn, restsOn }) => (
        <Figure
          key={figure}
          {...{ label, value, unit }}
          source={t.source}
          computed={isDrawn ? t.computed({ draws: formats.number(draws), seed: String(seed) }) : t.computedExact}
          by={version === null ? t.byUnsaved : t.by({ version: String(version) })}
          more={<Links {...{ model, restsOn, open }} />}
        >
          {beside?.(figure, label)}
        </Figure>
      ))}
    </div>
  );
}

/** Enough to go on; the whole list stands below. */
const mostLinks = 8;

function Links({ model, restsOn, open }: Pick<ValueFiguresProps, 'model' | 'open'> & { restsOn: readonly string[] }) {
  const locale = useLocale();
  const t = useTexts(partsResultTexts).restsOn;
  const draft = model as unknown as Draft;
  const places = figuresIn(draft)
    .filter(({ path }) => restsOn.some((place) => `${path}.`.startsWith(`${place}.`)))
    .slice(0, mostLinks);
  if (places.length === 0) return null;
  return (
    <div className="small">
      <p className="quiet">{t.linked}</p>
      <ul className="figure-links">
        {places.map((place) => (
          <li key={place.path}>
            <button type="button" className="button-plain link" onClick={() => open(place.path)}>
              {nameOfFigure(place, draft, locale)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
