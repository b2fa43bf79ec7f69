import { Link } from '@tanstack/react-router';
import type { EvaluationSummary } from '../contract.ts';

/** The run that made the predictions. */
export function RunLink({ evaluation: { runId, runName } }: { evaluation: EvaluationSummary }) {
  return (
    <Link to="/runs/$runId" params={{ runId }} hash="evaluations">
      {runName}
    </Link>
  );
}
