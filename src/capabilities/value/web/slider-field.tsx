import { type ReactNode, useId } from 'react';

/** Where a slider runs, and what it comes back to. */
export interface SliderRange {
  saved: number;
  low: number;
  high: number;
  step: number;
}

interface SliderFieldProps {
  range: SliderRange;
  label: string;
  value: number;
  move: (value: number) => void;
  write: (value: number) => string;
  /** below it: what it was, or what would be best */
  below: ReactNode;
}

/** A figure that is moved by mouse, finger or keys: arrows by a step, Page Up and Down by ten. */
export function SliderField({ range, label, value, move, write, below }: SliderFieldProps) {
  const id = useId();
  const isMoved = value !== range.saved;
  return (
    <div className={isMoved ? 'slider slider--moved' : 'slider'}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className="slider__value">
        {write(value)}
      </output>
      <input
        id={id}
        type="range"
        min={range.low}
        max={range.high}
        step="any"
        value={value}
        aria-valuetext={write(value)}
        onChange={(event) => move(snapped(Number(event.currentTarget.value), range))}
        onKeyDown={(event) => {
          const by = stepOf(event.key, range);
          if (by === null) return;
          event.preventDefault();
          move(snapped(Math.min(range.high, Math.max(range.low, value + by)), range));
        }}
      />
      <span className="small quiet slider__saved">{below}</span>
    </div>
  );
}

/** To the nearest step, but the saved value, which may lie between two, can be come back to. */
function snapped(value: number, { step, saved, low, high }: SliderRange): number {
  if (Math.abs(value - saved) < step / 2) return saved;
  const near = Math.round(value / step) * step;
  return Number(Math.min(high, Math.max(low, near)).toPrecision(12));
}

function stepOf(key: string, { step, low, high }: SliderRange): number | null {
  const steps: Record<string, number> = {
    ArrowRight: step,
    ArrowUp: step,
    ArrowLeft: -step,
    ArrowDown: -step,
    PageUp: 10 * step,
    PageDown: -10 * step,
    Home: low - high,
    End: high - low,
  };
  return steps[key] ?? null;
}
