import './gauge.css';
import { useElementSize } from '@mantine/hooks';
import { useTexts } from '../language/use-texts.ts';
import { kitTexts } from '../texts.ts';
import { type GaugeReading, gaugeScale, standingOf } from './gauge-scale.ts';
import { isBelow, StandingWords, standingPath } from './standing.tsx';

interface GaugeProps extends GaugeReading {
  /** What is measured, as a title: "Yearly value of the project". */
  title: string;
  /** Writes a value in full, with its unit. */
  write: (value: number) => string;
  /** Writes a value for the scale, short. */
  writeShort: (value: number) => string;
  /** What the level and the value are called here, where it is not "level" and "where we are". */
  levelName?: string;
  valueName?: string;
  /** How sure the interval is, where that is not nine times out of ten. */
  sayInterval?: (bounds: { low: string; high: string }) => string;
}

/** The one mark that returns everywhere: the level as a line, where we are, and the interval around it. */
export function Gauge({ title, write, writeShort, levelName, valueName, sayInterval, ...reading }: GaugeProps) {
  const t = useTexts(kitTexts).gauge;
  const { ref, width } = useElementSize();
  const standing = standingOf(reading);
  const sentence = sentenceOf(reading, { t: sayInterval ? { ...t, interval: sayInterval } : t, write });
  const scale = gaugeScale(reading, (width || window.innerWidth) < 480 ? 3 : 6);
  return (
    <figure ref={ref} className={`gauge${isBelow(standing) ? ' gauge--below' : ''}`}>
      <svg className="gauge__picture" role="img" aria-label={`${title}. ${sentence}`}>
        <line className="gauge__rail" x1="0" x2="100%" y1="78" y2="78" />
        {scale.ticks.map((tick, index) => (
          <Tick key={tick} x={scale.at(tick)} label={writeShort(tick)} isLong={index % 2 === 0} />
        ))}
        <Interval reading={reading} at={scale.at} />
        <line
          className="gauge__level"
          x1={`${scale.at(reading.level)}%`}
          x2={`${scale.at(reading.level)}%`}
          y1="24"
          y2="84"
        />
        <Label x={scale.at(reading.level)} y={16} text={`${levelName ?? t.level} ${writeShort(reading.level)}`} />
        <svg x={`${scale.at(reading.value)}%`} y="45" overflow="visible">
          <path className="gauge__mark" d={standingPath(standing)} transform="translate(-9 0) scale(1.8)" />
        </svg>
        <Label x={scale.at(reading.value)} y={40} text={`${valueName ?? t.now} ${writeShort(reading.value)}`} isValue />
      </svg>
      <figcaption className="gauge__words small">
        <StandingWords standing={standing} /> <span className="quiet">{sentence}</span>
      </figcaption>
    </figure>
  );
}

function Tick({ x, label, isLong }: { x: number; label: string; isLong: boolean }) {
  return (
    <>
      <line className="gauge__tick" x1={`${x}%`} x2={`${x}%`} y1={isLong ? 70 : 74} y2="78" />
      <text className="gauge__tick-text" x={`${x}%`} y="96" textAnchor={anchorAt(x)}>
        {label}
      </text>
    </>
  );
}

function Interval({ reading: { low, high }, at }: { reading: GaugeReading; at: (value: number) => number }) {
  if (low === undefined || high === undefined) return null;
  return <rect className="gauge__span" x={`${at(low)}%`} width={`${at(high) - at(low)}%`} y="48" height="12" rx="2" />;
}

function Label({ x, y, text, isValue = false }: { x: number; y: number; text: string; isValue?: boolean }) {
  return (
    <text className={`gauge__label${isValue ? ' gauge__label--value' : ''}`} x={`${x}%`} y={y} textAnchor={anchorAt(x)}>
      {text}
    </text>
  );
}

const anchorAt = (x: number) => (x < 14 ? 'start' : x > 86 ? 'end' : 'middle');

type GaugeTexts = (typeof kitTexts)['en']['gauge'];

function sentenceOf(reading: GaugeReading, { t, write }: { t: GaugeTexts; write: (value: number) => string }): string {
  const { value, level, low, high } = reading;
  const standing = standingOf(reading);
  const said = { value: write(value), level: write(level), difference: write(Math.abs(value - level)) };
  const where = standing === 'on' ? t.on(said) : isBelow(standing) ? t.below(said) : t.above(said);
  const around =
    low === undefined || high === undefined || low === high
      ? ''
      : ` ${t.interval({ low: write(low), high: write(high) })}`;
  return `${where}${around}${standing.startsWith('unsure') ? ` ${t.crosses}` : ''}`;
}
