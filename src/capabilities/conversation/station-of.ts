type AnchorStation =
  | 'opportunity'
  | 'team'
  | 'requirements'
  | 'translation'
  | 'value'
  | 'risk'
  | 'decision'
  | 'data'
  | 'approach';

const stationOfKind: Readonly<Record<string, AnchorStation>> = {
  opportunity: 'opportunity',
  stakeholder: 'team',
  objective: 'requirements',
  key_result: 'requirements',
  checklist_item: 'requirements',
  translation: 'translation',
  data_requirement: 'translation',
  value_model: 'value',
  valued_alternative: 'value',
  risk: 'risk',
  alternative: 'decision',
  decision: 'decision',
  data_source: 'data',
  dataset: 'data',
  dataset_version: 'data',
  finding: 'data',
  approach: 'approach',
};

/** Where on the thread of the problem a thing stands; what is about the problem as a whole is settled at the decision. */
export function stationOf(anchorKind: string): AnchorStation {
  return stationOfKind[anchorKind] ?? 'decision';
}
