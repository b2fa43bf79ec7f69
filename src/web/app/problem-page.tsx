import { ProblemPage as Thread } from '../../capabilities/formulation/web/problem-page.tsx';
import { FurtherStations, type StationParts } from '../../capabilities/formulation/web/station-parts.ts';
import { ApproachStation } from '../../capabilities/frameworks/web/index.tsx';
import { DataStation } from './data-station.tsx';
import { RunsStation } from './runs-station.tsx';

/** Stations of capabilities that stand above formulation. */
const further: StationParts = { data: DataStation, approach: ApproachStation, runs: RunsStation };

/** The page of a problem, with every station there is. */
export function ProblemPage() {
  return (
    <FurtherStations value={further}>
      <Thread />
    </FurtherStations>
  );
}
