import { lazy, type ReactNode, Suspense } from 'react';
import type { BesideProps } from '../kit/layout/beside.tsx';

const NotesOn = lazy(() =>
  import('../../capabilities/exploration/web/notes-on.tsx').then((module) => ({ default: module.NotesOn })),
);

/** Notes of the expert, wherever a source, a column or a segment shows. */
export function besideThings({ thing, ...given }: BesideProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <NotesOn {...given} place={thing} />
    </Suspense>
  );
}
