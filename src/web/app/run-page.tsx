import { RunEvaluations } from '../../capabilities/evaluation/web/index.tsx';
import { SixFactsPart } from '../../capabilities/tracking/web/index.tsx';
import { RunPage as Page, type RunPart } from '../../capabilities/tracking/web/run-page.tsx';

/** Parts of capabilities that know what a run is judged by. */
const parts: readonly RunPart[] = [
  { id: 'evaluations', Part: RunEvaluations },
  { id: 'six-facts', Part: SixFactsPart },
];

/** The page of a run, with every part there is. */
export function RunPage() {
  return <Page parts={parts} />;
}
