const usual = {
  truth: [
    'truth',
    'y_true',
    'target',
    'label',
    'actual',
    'actuals',
    'outcome',
    'ground_truth',
    'y',
    'targets',
    'labels',
  ],
  score: ['score', 'y_score', 'probability', 'proba', 'y_proba', 'y_prob', 'prob', 'p', 'scores', 'prediction_score'],
  predicted: [
    'predicted',
    'prediction',
    'predictions',
    'y_pred',
    'pred',
    'decision',
    'predicted_label',
    'output',
    'outputs',
  ],
  id: ['id', 'case_id', 'row_id', 'case', 'key', 'index', 'uuid'],
  segments: ['segment', 'group', 'region', 'country'],
} as const;

export interface GuessedColumns {
  truth: string | null;
  score: string | null;
  predicted: string | null;
  id: string | null;
  segments: string[];
}

/** What each column is by the names that people usually give them. */
export function guessColumns(names: readonly string[]): GuessedColumns {
  const find = (known: readonly string[]) =>
    known.map((name) => names.find((each) => plain(each) === name)).find((found) => found !== undefined) ?? null;
  return {
    truth: find(usual.truth),
    score: find(usual.score),
    predicted: find(usual.predicted),
    id: find(usual.id),
    segments: names.filter((name) => usual.segments.some((known) => known === plain(name))),
  };
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
