import type { StationState } from '../contract.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { problemTexts } from './problem-texts.ts';

const shown = ['opportunity', 'requirements', 'value', 'decision'] as const;

/** The first four stations at a glance: filled is done, open is open, a dot is not yet. */
export function SmallThread({ stations }: { stations: Record<(typeof shown)[number], StationState> }) {
  const t = useTexts(problemTexts).thread;
  const formats = useFormats();
  const words = formats.list(shown.map((station) => `${t.stations[station]} ${t.states[stations[station]]}`));
  return (
    <svg className="small-thread" viewBox="0 0 144 20" role="img" aria-label={words}>
      <line x1="8" x2="136" y1="10" y2="10" strokeWidth="1.5" />
      {shown.map((station, index) => (
        <circle
          key={station}
          className={stations[station]}
          cx={8 + index * 42.6}
          cy="10"
          r={stations[station] === 'not_yet' ? 3 : 5.5}
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}
