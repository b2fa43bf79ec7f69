import { slice } from '../../platform/db/database.ts';
import type { ChartKind } from './chart-contract.ts';
import type { AnswerKind } from './finding-contract.ts';
import type { NotePlace } from './note-contract.ts';

export interface ExplorationTables {
  /** charts that were drawn before: what costs nothing the second time, and may be thrown away */
  data_chart: {
    version_sha256: string;
    spec_hash: string;
    method: number;
    /** for which it was drawn: when that one is erased, this goes */
    version_id: string;
    /** JSON: Chart of statistics */
    chart: string;
    made_at: number;
  };
  finding: {
    id: string;
    problem_id: string;
    dataset_id: string;
    /** JSON: ChartSpec */
    spec: string;
    kind: ChartKind;
    title: string;
    remark: string;
    kept_by: string;
    kept_at: number;
    /** counts the changes of its words, and is the lock of all under it */
    version: number;
    withdrawn_by: string | null;
    withdrawn_at: number | null;
  };
  /** what the chart of a finding showed, for each version of the data on which it was drawn */
  finding_drawing: {
    finding_id: string;
    version_id: string;
    version_number: number;
    /** JSON: Chart; null once the content of the version was erased */
    chart: string | null;
    /** JSON: a sentence by language; null with the chart */
    sentence: string | null;
    drawn_by: string;
    drawn_at: number;
  };
  /** only ever added to: the last stands */
  finding_answer: {
    finding_id: string;
    position: number;
    version_id: string;
    version_number: number;
    /** the version of the finding that was answered */
    of_version: number;
    kind: AnswerKind;
    text: string;
    answered_by: string;
    on_behalf_of: string | null;
    answered_at: number;
  };
  data_note: {
    id: string;
    problem_id: string;
    kind: NotePlace['kind'];
    /** of the source or the data set */
    subject_id: string;
    column_name: string | null;
    /** of a note on a value: null for what is missing */
    value: string | null;
    segment: string | null;
    text: string;
    written_by: string;
    written_at: number;
    version: number;
    removed_at: number | null;
  };
}

export const explorationDb = slice<ExplorationTables>();
