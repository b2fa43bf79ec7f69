import { lazy, type ReactNode, Suspense } from 'react';
import type { BesideProps } from '../kit/layout/beside.tsx';

const NotesOn = lazy(() =>
  import('../../capabilities/exploration/web/notes-on.tsx').then((module) => ({ default: module.NotesOn })),
);

/** Notes of the expert, wherever a source or a column shows. */
export function besideThings({ problemId, thing, label, isOnlyShown = false }: BesideProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <NotesOn {...{ problemId, label, isOnlyShown }} place={thing} />
    </Suspense>
  );
}
