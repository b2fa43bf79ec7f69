import { RankingPart } from '../../capabilities/evaluation/web/index.tsx';
import type { StationProps } from '../../capabilities/formulation/web/station-props.ts';
import { InboxNotice, RunsPart } from '../../capabilities/tracking/web/index.tsx';

/** The station of the runs: what waits in the inbox, what was tried, every run, and which is best among equals. */
export function RunsStation({ problemId, isStopped }: StationProps) {
  return (
    <div className="stack stack--wide">
      <InboxNotice problemId={problemId} />
      <RunsPart problemId={problemId} isStopped={isStopped} />
      <RankingPart problemId={problemId} isStopped={isStopped} />
    </div>
  );
}
