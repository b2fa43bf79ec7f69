import './thread.css';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useMe, useRoleNames } from '../../identity/web/index.tsx';
import type { Station, Thread } from '../contract.ts';
import { problemTexts } from './problem-texts.ts';
import { useStationParts } from './station-parts.ts';

type Stop = Thread['stations'][number];

interface ThreadLineProps {
  stops: readonly Stop[];
  /** where the problem stands */
  here: Station | null;
  shown: Station | null;
  toggle: (station: Station) => void;
  children: (station: Station) => React.ReactNode;
}

/** The thread: one line with its stations, each of which opens in its place. */
export function ThreadLine({ stops, here, shown, toggle, children }: ThreadLineProps) {
  const t = useTexts(problemTexts).thread;
  const parts = useStationParts();
  return (
    <ol className="thread" aria-label={t.name}>
      {stops.map((stop) => {
        const { station } = stop;
        const state = station in parts ? stop.state : 'not_yet';
        const isShown = station === shown;
        return (
          <li
            key={station}
            className={`station station--${state}${isShown ? ' station--shown' : ''}`}
            aria-current={station === here ? 'step' : undefined}
          >
            <div className="station__line">
              <StationMark state={state} isHere={station === here} />
            </div>
            <div className="station__head">
              <StationName {...{ stop, isShown, toggle }} />
              <p className="small quiet">{t.states[state]}</p>
              <Near near={stop.near} />
            </div>
            <div className="station__body" id={`station-${station}`}>
              {isShown ? children(station) : <Summary stop={stop} />}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function StationName({
  stop: { station },
  isShown,
  toggle,
}: { stop: Stop; isShown: boolean } & Pick<ThreadLineProps, 'toggle'>) {
  const t = useTexts(problemTexts).thread;
  const parts = useStationParts();
  if (!(station in parts)) return <h2 className="station__name">{t.stations[station]}</h2>;
  return (
    <h2 className="station__name">
      <button
        type="button"
        className="button-plain"
        aria-expanded={isShown}
        aria-controls={`station-${station}`}
        onClick={() => toggle(station)}
      >
        {t.stations[station]} <Icon name="right" size={14} />
      </button>
    </h2>
  );
}

/** What must be met soon stands on the line itself, whether or not the station is open. */
function Near({ near }: Pick<Stop, 'near'>) {
  const t = useTexts(problemTexts).thread;
  const formats = useFormats();
  if (near === null) return null;
  const words = t.near[near.stage]({ count: near.count, date: formats.date(near.due) });
  return <p className={`small station__near${near.stage === 'overdue' ? ' station__near--past' : ''}`}>{words}</p>;
}

function Summary({ stop: { station, state, openItems, asked } }: { stop: Stop }) {
  const t = useTexts(problemTexts).thread;
  const roles = useRoleNames();
  const formats = useFormats();
  // Who is alone is asked everything, and need not read it at every station.
  const isAlone = useMe()?.holdsEveryRole === true;
  const parts = useStationParts();
  // What lies ahead is named and no more: who begins has enough to read.
  if (state === 'not_yet' || !(station in parts)) return null;
  const isAdvice = state === 'open' && station !== 'decision';
  const nothing = isAdvice ? t.nothingNeeded : t.nothingOpen;
  return (
    <div className="stack stack--tight">
      <p>{t.about[station]}</p>
      <p className="small quiet">
        {openItems === 0 ? nothing : `${t.openItems({ count: openItems })}.`}{' '}
        {asked.length > 0 && !isAlone ? `${t.asked({ roles: formats.list(asked.map((role) => roles[role])) })}.` : ''}
      </p>
    </div>
  );
}

/** Done is filled with a tick, open is a ring, not yet a dot; where it stands, the level crosses it. */
function StationMark({ state, isHere }: { state: Stop['state']; isHere: boolean }) {
  return (
    <svg className="station__mark" viewBox="0 0 28 28" aria-hidden="true">
      {state === 'not_yet' ? <circle className="dot" cx="14" cy="14" r="4" /> : null}
      {state === 'open' ? <circle className="ring" cx="14" cy="14" r="8" /> : null}
      {state === 'done' ? <circle className="ring ring--done" cx="14" cy="14" r="9" /> : null}
      {state === 'done' ? <path className="tick" d="M10 14.4l3 3 5.2-6" /> : null}
      {isHere ? <path className="here" d="M1 14h26" /> : null}
    </svg>
  );
}
