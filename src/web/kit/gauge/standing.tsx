import './gauge.css';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import type { Standing } from './gauge-scale.ts';

export const isBelow = (standing: Standing): boolean => standing === 'below' || standing === 'unsure-below';

/** Up, down or level, as a shape: filled when it is certain, open when the level lies within the interval. */
export const standingPath = (standing: Standing): string =>
  standing === 'on' ? 'M0 5h10v2H0z' : isBelow(standing) ? 'M0 1h10L5 10z' : 'M0 9h10L5 0z';

/** Above or below the level, in words and shape as well as colour. */
export function StandingWords({ standing }: { standing: Standing }) {
  const t = useTexts(kitTexts).gauge;
  const words = {
    above: t.aboveWord,
    below: t.belowWord,
    on: t.onWord,
    'unsure-above': t.unsureAboveWord,
    'unsure-below': t.unsureBelowWord,
  };
  const unsure = standing.startsWith('unsure');
  return (
    <span className={`standing${isBelow(standing) ? ' standing--below' : ''}`}>
      <svg viewBox="-1 -1 12 12" aria-hidden="true">
        <path
          d={standingPath(standing)}
          fill={unsure ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={unsure ? 1.5 : 0}
        />
      </svg>
      {words[standing]}
    </span>
  );
}
