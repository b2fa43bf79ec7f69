import { useEffect, useId, useRef, useState } from 'react';
import type { Formats } from '../../../web/kit/language/formats.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { DraftContext, type DraftEditing, textOf } from './draft-context.ts';
import { type Draft, valueAt } from './draft-path.ts';
import { FigureField } from './figure-field.tsx';
import { type FigurePlace, figuresIn } from './figures-in.ts';
import { nameOfPath } from './name-of-path.ts';
import { partsResultTexts } from './parts-result-texts.ts';

interface RestsOnProps {
  editing: DraftEditing;
  /** path of the figure that is open */
  open: string | null;
  setOpen: (path: string | null) => void;
}

/** Every figure the answer rests on, with its range and source, to be changed where it stands. */
export function RestsOn({ editing, open, setOpen }: RestsOnProps) {
  const t = useTexts(partsResultTexts).restsOn;
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <details
      className="further-parts"
      open={isUnfolded || open !== null}
      onToggle={(event) => {
        setUnfolded(event.currentTarget.open);
        if (!event.currentTarget.open) setOpen(null);
      }}
    >
      <summary>
        <h3>{t.title}</h3>
      </summary>
      {editing.isReadOnly ? null : <p className="small quiet">{t.intro}</p>}
      <DraftContext value={editing}>
        <ul className="rests-on">
          {figuresIn(editing.draft).map((figure) => (
            <Row
              key={figure.path}
              {...{ figure, editing }}
              isOpen={open === figure.path}
              toggle={() => setOpen(open === figure.path ? null : figure.path)}
            />
          ))}
        </ul>
      </DraftContext>
    </details>
  );
}

interface RowProps {
  figure: FigurePlace;
  editing: DraftEditing;
  isOpen: boolean;
  toggle: () => void;
}

function Row({ figure, editing: { draft, isReadOnly }, isOpen, toggle }: RowProps) {
  const t = useTexts(partsResultTexts).restsOn;
  const locale = useLocale();
  const formats = useFormats();
  const id = useId();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    // Where a link elsewhere opened it, the eye and the keyboard come along.
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector<HTMLInputElement>('input:not([disabled])')?.focus({ preventScroll: true });
  }, [isOpen]);
  const name = nameOfPath(figure.path, draft, locale);
  const { value, range, source } = writeFigure(figure, draft, { formats, perRow: t.perRow });
  return (
    <li ref={place} className={isOpen ? 'rests-on__row rests-on__row--open' : 'rests-on__row'}>
      <span className="rests-on__name">{name}</span>
      <button
        type="button"
        className="button-plain rests-on__value"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={`${isReadOnly ? t.look : t.change}: ${name}, ${value}`}
        onClick={toggle}
      >
        {value}
      </button>
      <span className="small quiet">{range ?? t.certain}</span>
      <span className="small quiet rests-on__source">{source === '' ? t.noSource : source}</span>
      {isOpen ? (
        <div id={id} className="rests-on__field">
          <FigureField {...figure} label={name} />
        </div>
      ) : null}
    </li>
  );
}

interface Writing {
  formats: Formats;
  perRow: (p: { column: string }) => string;
}

/** A figure as people read it: its likely value with unit, from low to high, and its source. */
export function writeFigure({ path, kind }: FigurePlace, draft: Draft, { formats, perRow }: Writing) {
  const whole = valueAt(draft, path) as Draft | undefined;
  const isConstant = whole?.['kind'] === 'constant';
  if (kind === 'amount' && !isConstant)
    return { value: perRow({ column: textOf(whole?.['column']) }), range: null, source: textOf(whole?.['source']) };
  const estimate = ((isConstant ? whole['value'] : whole) ?? {}) as Draft;
  const given = textOf(draft['currency']);
  const currency = /^[A-Z]{3}$/.test(given) ? given : 'EUR';
  const write = (part: unknown): string => {
    if (textOf(part) === '') return '–';
    if (kind === 'share') return formats.percent(Number(part), 2);
    return kind === 'number' ? formats.number(Number(part)) : formats.money(textOf(part), currency);
  };
  const { low, likely, high } = estimate;
  const range = low === undefined || high === undefined ? null : `${write(low)} – ${write(high)}`;
  return { value: write(likely), range, source: textOf(estimate['source']) };
}
