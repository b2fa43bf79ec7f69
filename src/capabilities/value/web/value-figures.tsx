import { Figure } from '../../../web/kit/figure/figure.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { figuresOf } from './figures-of.ts';
import { resultTexts } from './result-texts.ts';
import type { ValueResultsProps } from './value-results.tsx';

/** Each figure with where it comes from, one press away. */
export function ValueFigures({ result, version, beside }: Pick<ValueResultsProps, 'result' | 'version' | 'beside'>) {
  const locale = useLocale();
  const t = useTexts(resultTexts);
  const formats = useFormats();
  const { draws, seed } = result.interval;
  return (
    <div className="figures">
      {figuresOf(result, locale).map(({ figure, label, value, unit, isDrawn }) => (
        <Figure
          key={figure}
          {...{ label, value, unit }}
          source={t.source}
          computed={isDrawn ? t.computed({ draws: formats.number(draws), seed: String(seed) }) : t.computedExact}
          by={version === null ? t.byUnsaved : t.by({ version: String(version) })}
        >
          {beside?.(figure, label)}
        </Figure>
      ))}
    </div>
  );
}
