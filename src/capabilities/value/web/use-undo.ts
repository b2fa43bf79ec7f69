import { useEffect, useRef } from 'react';
import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import type { DraftEditing } from './draft-context.ts';
import { type Draft, valueAt, withValueAt } from './draft-path.ts';
import { type FigurePlace, placesWritten } from './figures-in.ts';
import { nameOfFigure } from './name-of-figure.ts';
import { partsResultTexts } from './parts-result-texts.ts';

/** Once a figure that was changed where it stands is closed, that is said, and can be undone: of that figure only. */
export function useUndo(editing: DraftEditing, open: FigurePlace | null): void {
  const locale = useLocale();
  const now = useRef({ editing, open, locale });
  const opened = useRef<{ figure: FigurePlace; before: Draft } | null>(null);
  useEffect(() => {
    now.current = { editing, open, locale };
  });
  const path = open?.path ?? null;
  useEffect(() => {
    const { editing: current, open: figure, locale: language } = now.current;
    const was = opened.current;
    opened.current = figure === null ? null : { figure, before: current.draft };
    if (was === null || was.figure.path === path) return;
    const places = placesWritten(was.figure).filter((place) => !isSame(was.before, current.draft, place));
    if (places.length === 0) return;
    const name = nameOfFigure(was.figure, current.draft, language);
    say(partsResultTexts[language].restsOn.changed({ name }), () => {
      const { draft, change } = now.current.editing;
      change(places.reduce((made, place) => withValueAt(made, place, valueAt(was.before, place)), draft));
    });
  }, [path]);
}

const isSame = (one: Draft, other: Draft, place: string): boolean =>
  JSON.stringify(valueAt(one, place)) === JSON.stringify(valueAt(other, place));
