import { DataStation as Datasets } from '../../capabilities/datasets/web/index.tsx';
import { FindingsSummary } from '../../capabilities/exploration/web/index.tsx';
import type { StationProps } from '../../capabilities/formulation/web/station-props.ts';

/** The station of the data: where it comes from, what is here, and what was found in it. */
export function DataStation(props: StationProps) {
  return (
    <div className="stack stack--wide">
      <Datasets {...props} />
      <FindingsSummary problemId={props.problemId} />
    </div>
  );
}
