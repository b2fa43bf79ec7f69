import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { DraftContext, type DraftEditing } from './draft-context.ts';
import type { Draft } from './draft-path.ts';
import { FigureField } from './figure-field.tsx';
import { type FigurePlace, figuresIn } from './figures-in.ts';
import { nameOfFigure } from './name-of-figure.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { useUndo } from './use-undo.ts';
import { writeFigure } from './write-figure.ts';

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
  const figures = useFigures(editing.draft, open);
  useUndo(editing, figures.find(({ path }) => path === open) ?? null);
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
          {figures.map((figure) => (
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

/** What is emptied to be written anew keeps its place, and the fields in it, for as long as it is open. */
function useFigures(draft: Draft, open: string | null): FigurePlace[] {
  const figures = figuresIn(draft);
  const [last, setLast] = useState(figures);
  const isThere = figures.some(({ path }) => path === open);
  if (isThere && !isSameList(last, figures)) setLast(figures);
  return open !== null && !isThere && last.some(({ path }) => path === open) ? last : figures;
}

const isSameList = (one: readonly FigurePlace[], other: readonly FigurePlace[]): boolean =>
  one.length === other.length && one.every(({ path }, index) => path === other[index]?.path);

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
  const button = useRef<HTMLButtonElement>(null);
  const onKey = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return;
    toggle();
    button.current?.focus();
  });
  useEffect(() => {
    const row = place.current;
    if (!isOpen || !row) return;
    // Where a link elsewhere opened it, the eye and the keyboard come along.
    row.scrollIntoView({ block: 'nearest' });
    row.querySelector<HTMLInputElement>('input:not([disabled])')?.focus({ preventScroll: true });
    const listen = (event: KeyboardEvent) => onKey(event);
    row.addEventListener('keydown', listen);
    return () => row.removeEventListener('keydown', listen);
  }, [isOpen]);
  const name = nameOfFigure(figure, draft, locale);
  const { value, range, source } = writeFigure(figure, draft, { formats, locale });
  return (
    <li ref={place} className={isOpen ? 'rests-on__row rests-on__row--open' : 'rests-on__row'}>
      <span className="rests-on__name">{name}</span>
      <button
        ref={button}
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
