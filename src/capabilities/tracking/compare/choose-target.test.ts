import { expect, test } from 'vitest';
import { chooseTarget, isLessBetter } from './choose-target.ts';

const row = (key: string, values: (number | null)[]) => ({ key, values, differs: true });

test('DS2 runs are judged by euros first, then by what most of them have, and not by what was measured in training', () => {
  const metrics = [
    row('auc', [0.8, null, 0.7]),
    row('f1', [0.5, 0.6, 0.7]),
    row('training_score', [1, 1, 1]),
    row('system/cpu', [1, 2, 3]),
  ];
  const figures = [row('quality', [0.8, 0.7, null]), row('euros', [100, null, null])];
  expect(chooseTarget(undefined, { metrics, figures })).toEqual({ from: 'figures', key: 'quality' });
  expect(chooseTarget(undefined, { metrics, figures: [] })).toEqual({ from: 'metrics', key: 'f1' });
  expect(chooseTarget(undefined, { metrics: [row('training_score', [1])], figures: [] })?.key).toBe('training_score');
  expect(chooseTarget('metrics.auc', { metrics, figures })).toEqual({ from: 'metrics', key: 'auc' });
  expect(chooseTarget('evaluation.euros', { metrics, figures })).toEqual({ from: 'figures', key: 'euros' });
  expect(chooseTarget(undefined, { metrics: [], figures: [] })).toBeNull();
});

test('DS2 of losses and errors less is better, by how they are called', () => {
  for (const key of [
    'loss',
    'val_loss',
    'logloss',
    'log_loss',
    'rmse',
    'mean_squared_error',
    'test/mae',
    'brier',
    'eval-error',
  ])
    expect([key, isLessBetter(key)]).toEqual([key, true]);
  for (const key of ['auc', 'accuracy', 'f1', 'r2', 'recall@10', 'glossary', 'mercer'])
    expect([key, isLessBetter(key)]).toEqual([key, false]);
});
