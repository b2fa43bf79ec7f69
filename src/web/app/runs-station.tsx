import type { StationProps } from '../../capabilities/formulation/web/station-props.ts';
import { InboxNotice, RunsPart } from '../../capabilities/tracking/web/index.tsx';

/** The station of the runs: what waits in the inbox, what was tried, and every run. */
export function RunsStation({ problemId, isStopped }: StationProps) {
  return (
    <div className="stack stack--wide">
      <InboxNotice problemId={problemId} />
      <RunsPart problemId={problemId} isStopped={isStopped} />
    </div>
  );
}
