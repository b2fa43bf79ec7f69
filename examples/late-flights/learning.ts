import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { boostedTrees } from '../kit/learn/boosted-trees.ts';
import type { Cases, Learnt } from '../kit/learn/cases.ts';
import { areaUnderCurve, logLoss, ratesOf, thresholdFor } from '../kit/learn/judge-scores.ts';
import { logisticRegression } from '../kit/learn/logistic-regression.ts';
import { once } from '../kit/once.ts';
import type { LearntRun } from '../kit/written-runs.ts';
import { type Flights, inTheEvening, readFlights } from './flights.ts';
import { partsOfDay, sharperRule } from './measure.ts';

/** As the station manager asked: crew is called in for at most one in ten of the flights in time. */
const mostFalseAlarms = 0.1;

export const predictions = 'predictions.csv';
export const eveningPredictions = 'predictions-evening.csv';

interface Training {
  flights: Flights;
  rounds: Iterable<Learnt>;
  /** how many rounds, settled beforehand: the test has no say in it */
  howMany: number;
  /** how many rounds there are between two looks at the loss */
  every: number;
  params: LearntRun['params'];
  tables: (learnt: Learnt) => Record<string, string>;
}

/** Learns round by round, then looks for the threshold in the weeks that it learnt from. */
function train({ flights: { learning, test }, rounds, howMany, every, params, tables }: Training): LearntRun {
  const from = performance.now();
  const points: LearntRun['points'][number][] = [];
  let round = 0;
  let learnt: Learnt | null = null;
  for (learnt of rounds) {
    round += 1;
    if (round % every === 0) {
      const point = (key: string, value: number) =>
        points.push({ key, value, step: round, after_ms: Math.round(performance.now() - from) });
      point('learning_log_loss', logLoss(learnt.score(learning), learning.truth));
      point('test_log_loss', logLoss(learnt.score(test), test.truth));
    }
    if (round === howMany) break;
  }
  if (!learnt) throw new Error('there was no round to learn in');
  const threshold = rounded(thresholdFor(mostFalseAlarms, learnt.score(learning), learning.truth));
  const scores = learnt.score(test).map(rounded);
  const took_ms = Math.round(performance.now() - from);
  const atTheEnd = (key: string, value: number) => ({ key, value, step: howMany, after_ms: took_ms });
  const { recall, falseAlarms } = ratesOf((row) => (scores[row] ?? 0) >= threshold, test.truth);
  return {
    took_ms,
    params: { ...params, false_alarms_at_most: mostFalseAlarms, threshold },
    points: [
      ...points,
      atTheEnd('test_auc', areaUnderCurve(scores, test.truth)),
      atTheEnd('test_recall', recall),
      atTheEnd('test_false_alarm_rate', falseAlarms),
    ],
    model: learnt.content,
    tables: tables(learnt),
    threshold,
  };
}

/** As it stands in the table of predictions. */
const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

function tableOf(cases: Cases, name: 'score' | 'predicted', said: Float64Array): string {
  const { flight, part_of_day: parts } = cases.columns;
  const rows = Array.from(
    cases.truth,
    (is, row) => `${flight?.[row]},${is},${rounded(said[row] ?? 0)},${partsOfDay[parts?.[row] ?? 0]}`,
  );
  return `id,truth,${name},part_of_day\n${rows.join('\n')}\n`;
}

const ofTest = (test: Cases) => (learnt: Learnt) => ({ [predictions]: tableOf(test, 'score', learnt.score(test)) });
const ofEvening = (test: Cases) => (learnt: Learnt) => ({
  [eveningPredictions]: tableOf(inTheEvening(test), 'score', learnt.score(inTheEvening(test))),
});

const dayFeatures = ['distance_mi', 'station_late_2h', 'origin_late_2h'];

function learnLogistic(flights: Flights, features: readonly string[]): LearntRun {
  const options = { features, ridge: 1 };
  return train({
    flights,
    rounds: logisticRegression(flights.learning, options),
    howMany: 5,
    every: 1,
    params: { kind: 'logistic regression', features: features.join(' '), ridge: options.ridge, rounds: 5 },
    tables: ofTest(flights.test),
  });
}

function learnTrees(flights: Flights, features: readonly string[], tables: Training['tables']): LearntRun {
  const options = { features, depth: 3, rate: 0.2, ridge: 1 };
  return train({
    flights,
    rounds: boostedTrees(flights.learning, options),
    howMany: 40,
    every: 5,
    params: {
      kind: 'boosted trees',
      features: features.join(' '),
      depth: options.depth,
      rate: options.rate,
      ridge: options.ridge,
      rounds: 40,
    },
    tables,
  });
}

/** Nothing is learnt here: what the rule would have called in, so that models are held against it. */
function followRule({ test }: Flights): LearntRun {
  const from = performance.now();
  const called = test.columns['called'] ?? new Float64Array();
  const { recall, falseAlarms } = ratesOf((row) => called[row] === 1, test.truth);
  const took_ms = Math.round(performance.now() - from);
  const settings = { days: sharperRule.days, share: sharperRule.share, evening_share: sharperRule.eveningShare };
  return {
    took_ms,
    params: { kind: 'rule', ...settings },
    points: [
      { key: 'test_recall', value: recall, step: 0, after_ms: took_ms },
      { key: 'test_false_alarm_rate', value: falseAlarms, step: 0, after_ms: took_ms },
    ],
    model: { rule: settings },
    tables: { [predictions]: tableOf(test, 'predicted', called) },
    threshold: null,
  };
}

const from = (train: (flights: Flights) => LearntRun) => once(() => readFlights().then(train));

export const learn = {
  rule: from(followRule),
  firstTry: from((flights) => learnLogistic(flights, ['distance_mi', 'afternoon', 'evening'])),
  logistic: from((flights) => learnLogistic(flights, [...dayFeatures, 'afternoon', 'evening'])),
  trees: from((flights) =>
    learnTrees(flights, [...dayFeatures, 'part_of_day'], (learnt) => ({
      ...ofTest(flights.test)(learnt),
      ...ofEvening(flights.test)(learnt),
    })),
  ),
  eveningTrees: from(({ learning, test }) =>
    learnTrees({ learning: inTheEvening(learning), test: inTheEvening(test) }, dayFeatures, ofEvening(test)),
  ),
} as const;

/**
 * What stands for the commit: the examples have no repository of their own, so the code that learnt is named by its content, as
 * Git names a file.
 */
export const code = {
  name: 'examples/late-flights/learning.ts',
  hash: async (): Promise<string> => {
    const content = await readFile(fileURLToPath(import.meta.url));
    return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  },
} as const;
