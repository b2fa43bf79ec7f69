import './data.css';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { DatasetsPart } from './datasets-part.tsx';
import { SourcesPart } from './sources-part.tsx';

interface DataStationProps {
  problemId: string;
  /** stopped by a no-go: nobody changes anything */
  isStopped: boolean;
}

/** Where the data comes from, and what of it is here. */
export function DataStation({ problemId, isStopped }: DataStationProps) {
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const may = (permission: string) => !isStopped && (mine.data?.permissions.includes(permission) ?? false);
  const isReadOnly = !may('data.write');
  return (
    <div className="stack stack--wide">
      <SourcesPart {...{ problemId, isReadOnly }} roles={mine.data?.roles ?? []} mayState={may('data.identify')} />
      <DatasetsPart {...{ problemId, isReadOnly }} />
    </div>
  );
}
