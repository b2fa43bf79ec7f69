import { criteria, type CriterionKey, type Draft } from '../../src/capabilities/frameworks/contract.ts';
import type { WrittenApproach } from '../kit/written-data.ts';
import { cast } from './people.ts';
import { station } from './measure.ts';

const sharper = 'The rule, sharpened by the hour';
const scorecard = 'A logistic regression on the day so far';
const trees = 'Boosted trees on the day so far';
const bought = 'Predicted times of arrival, bought from the airlines';

/** What is built and with what: led by the architect, weighed with everybody. */
export const approach: WrittenApproach = {
  approaches: [
    {
      kind: 'baseline_rule',
      title: sharper,
      idea: 'Call in crew when the route was often late in the last two weeks, with a lower bar for the evening.',
      pros: 'It is in use since the go.\nEverybody can follow it on paper.',
      cons: 'It does not see the day itself: a storm at noon is a surprise to it.',
    },
    {
      kind: 'linear',
      title: scorecard,
      idea: 'The share of late flights at the station and from the origin, the part of the day and the distance, added up with weights.',
      pros: 'A planner can be told why.\nIt fits in a spreadsheet, and in the roster system.',
      cons: 'It adds up what works together: evening and fog.',
      vote: {
        role: 'data_scientist',
        choice: 'for',
        reason: `${cast.data_scientist}: first of all, and it may be enough.`,
      },
    },
    {
      kind: 'trees',
      title: trees,
      idea: 'The same fields, in a few hundred small trees that find by themselves what works together.',
      pros: 'It catches most on such data.',
      cons: 'Why it says so must be computed beside it.',
      vote: {
        role: 'data_scientist',
        choice: 'for',
        reason: `${cast.data_scientist}: to see what the simple one leaves.`,
      },
    },
    {
      kind: 'buy',
      title: bought,
      idea: 'The operations desk of the airlines sells its predicted times.',
      pros: 'Nothing to build.',
      cons: 'They come 40 minutes before landing: too late to call in crew.',
      vote: { role: 'sme', choice: 'against', reason: `${cast.sme}: an hour is what we need.` },
    },
  ],
  selection: selection(),
  outcome: {
    outcome: 'chosen',
    candidateIds: ['sklearn'],
    title: `scikit-learn to train and ONNX Runtime to predict, at ${station}`,
    because:
      'It runs where the roster runs, without a connection to the outside, answers in milliseconds, and both approaches can be made with it. LightGBM scores about the same; one more package to keep is not worth it yet. A managed platform would cost a little less at this number of flights, and falls because the data centre has no connection to it.',
    context:
      'The advice appears in the roster system, in the data centre of the airport, which has no connection to the outside.',
    reviewDate: null,
    requirements: [],
    informed: [],
    drivers: ['It runs in the data centre of the airport', 'An answer within a second', 'A planner is told why'],
    consequences: {
      good: ['The model is one file in an open format: another framework can take over'],
      neutral: ['Training stays on the machine of the data scientist, with its code and data on record'],
      bad: ['Nobody but us keeps the service running'],
    },
    confirmation:
      'The packaged model answers the flights of one whole evening within 50 ms each, in the data centre itself, before the release.',
    revisit: 'When the flights of the summer are in, or when a second station joins.',
    consulted: [{ name: cast.software_engineer }, { name: cast.data_scientist }],
    decisionMakers: [{ name: cast.analytics_architect }],
  },
  decided: {
    terms: {
      outcome: 'go',
      reasons:
        'Two ways are built and held against the sharpened rule in the same euros. What they are made with is open, small, and runs where the roster runs.',
    },
    people: [
      { name: cast.data_scientist, role: 'data_scientist', meaning: 'will build both, the simple one first' },
      {
        name: cast.analytics_architect,
        role: 'analytics_architect',
        meaning: 'stands for the choice of the framework',
      },
      {
        name: cast.software_engineer,
        role: 'software_engineer',
        meaning: 'can take an ONNX file into the roster system',
      },
      { name: cast.sponsor, role: 'sponsor', meaning: 'pays for the experiments' },
    ],
  },
};

function selection(): Draft {
  const weights: readonly [CriterionKey, number, string][] = [
    ['latency', 2, 'The list of arrivals waits for it; a second is enough.'],
    ['explainability', 3, 'A planner who is not told why does not follow.'],
    ['effort', 2, 'One data scientist, part of the week.'],
    ['maturity', 2, 'It must still be there in three years.'],
    ['lockIn', 1, 'The model must outlive the choice.'],
  ];
  return {
    candidates: [
      candidate({
        id: 'sklearn',
        name: 'scikit-learn with ONNX Runtime',
        entryKeys: ['scikit-learn', 'onnx-runtime'],
        approachId: scorecard,
      }),
      candidate({
        id: 'lightgbm',
        name: 'LightGBM with ONNX Runtime',
        entryKeys: ['lightgbm', 'onnx-runtime'],
        approachId: trees,
      }),
      {
        ...candidate({ id: 'managed', name: 'A managed platform', entryKeys: ['vertex-ai'], approachId: trees }),
        route: 'off_the_shelf',
      },
    ],
    constraints: {
      runsOn: 'own_server',
      offline: true,
      maxLatency_ms: 1000,
      dataStays: 'own_servers',
      licences: [],
      managed: 'any',
      training: true,
      supportedUntil: null,
      own: [],
    },
    answers: [],
    criteria: weights.map(([key, , why]) => ({
      key,
      anchors: criteria[key].anchors.map((anchor) => ({ ...anchor })),
      why,
    })),
    weighing: { method: 'points', points: weights.map(([criterion, points]) => ({ criterion, points })), pairs: [] },
    values: [
      ...values('sklearn', { latency: 5, explainability: 90, effort: 6, maturity: 95, lockIn: 90 }),
      ...values('lightgbm', { latency: 8, explainability: 60, effort: 8, maturity: 85, lockIn: 80 }),
    ],
    costs: costs(),
  };
}

type Candidate = Draft['candidates'][number];
function candidate(given: Pick<Candidate, 'id' | 'name' | 'entryKeys' | 'approachId'>): Candidate {
  return { ...given, route: 'own', note: '' };
}

function values(candidateId: string, given: Partial<Record<CriterionKey, number>>): Draft['values'] {
  return Object.entries(given).map(([criterion, value]) => ({
    candidateId,
    criterion: criterion as CriterionKey,
    value,
    source: `Estimated by ${cast.analytics_architect} and ${cast.data_scientist}`,
  }));
}

function costs(): Draft['costs'] {
  return {
    currency: 'EUR',
    callsPerYear: 330_000,
    growth: '0.02',
    routes: {
      own: { build: '180000', data: '20000', run: '12000', maintain: '78000', perCall: '0', exit: '10000' },
      off_the_shelf: {
        build: '90000',
        data: '20000',
        run: '30000',
        maintain: '40000',
        perCall: '0.12',
        exit: '35000',
      },
    },
  };
}
