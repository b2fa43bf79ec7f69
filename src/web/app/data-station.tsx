import { DataStation as Datasets } from '../../capabilities/datasets/web/index.tsx';
import { FindingsSummary } from '../../capabilities/exploration/web/index.tsx';
import type { StationProps } from '../../capabilities/formulation/web/station-props.ts';
import { EnoughPart } from '../../capabilities/sufficiency/web/index.tsx';

/** The station of the data: where it comes from, what is here, what was found in it, and whether it is enough. */
export function DataStation(props: StationProps) {
  return (
    <div className="stack stack--wide">
      <Datasets {...props} />
      <FindingsSummary problemId={props.problemId} />
      <EnoughPart problemId={props.problemId} field={props.field} />
    </div>
  );
}
