import './contracts.css';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listDatasets, readVersion } from '../../datasets/contract.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { type DataContract, listContractRuns } from '../contract.ts';
import { FilesPart } from './files-part.tsx';
import { PublishPart } from './publish-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { SuggestionsPart } from './suggestions-part.tsx';
import { VersionsPart } from './versions-part.tsx';

export interface PartProps {
  problemId: string;
  contract: DataContract;
  mayChange: boolean;
}

/** What a data set must keep, how it stands, and everything that is done with it. */
export function ContractPart({ problemId, contract }: Omit<PartProps, 'mayChange'>) {
  const { datasetId } = contract;
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const runs = useAnswer(listContractRuns, { params: { problemId, datasetId } });
  const columns = useColumns(problemId, datasetId);
  const mayChange = mine.data?.permissions.includes('data.write') ?? false;
  const props = { problemId, contract, mayChange };
  return (
    <div className="stack contract">
      <StandingPart {...props} runs={runs.data?.runs ?? []} />
      <RulesPart {...props} columns={columns} latest={runs.data?.runs.find(({ state }) => state === 'done')} />
      {mayChange ? <SuggestionsPart {...props} columns={columns} /> : null}
      <PublishPart {...props} />
      <VersionsPart {...props} />
      {mayChange ? <SettingsPart {...props} /> : null}
      <FilesPart {...props} />
    </div>
  );
}

/** The columns that the newest version has, to choose from. */
function useColumns(problemId: string, datasetId: string): string[] {
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const latest = datasets.data?.datasets.find(({ id }) => id === datasetId)?.latest;
  const params = { problemId, versionId: latest?.id ?? '' };
  const version = useAnswer(readVersion, { params }, { enabled: latest !== undefined && latest !== null });
  return version.data?.columns.map(({ name }) => name) ?? [];
}
