import type { Draft } from '../../src/capabilities/frameworks/contract.ts';
import { emptyDraft } from '../../src/capabilities/frameworks/empty-draft.ts';

const measured = (
  candidateId: string,
  latency: number | null,
  others: Partial<Record<'accuracy' | 'effort', number>>,
) => [
  ...(latency === null ? [] : [{ candidateId, criterion: 'latency' as const, value: latency, source: 'measured' }]),
  ...Object.entries(others).map(([criterion, value]) => ({
    candidateId,
    criterion: criterion as 'accuracy' | 'effort',
    value,
    source: 'estimated',
  })),
];

/** Trees on a phone by ONNX Runtime, a bought service, and what was retired: the phone must work without a connection. */
export const phoneDraft: Draft = {
  ...emptyDraft,
  candidates: [
    { id: 'own', name: 'Own trees', route: 'own', entryKeys: ['xgboost', 'onnx-runtime'], approachId: null, note: '' },
    { id: 'lite', name: 'LiteRT network', route: 'own', entryKeys: ['litert'], approachId: null, note: 'Tried once' },
    {
      id: 'buy',
      name: 'Vision service',
      route: 'off_the_shelf',
      entryKeys: ['google-vision'],
      approachId: null,
      note: '',
    },
    { id: 'old', name: 'PyTorch Mobile', route: 'own', entryKeys: ['pytorch-mobile'], approachId: null, note: '' },
  ],
  constraints: { ...emptyDraft.constraints, runsOn: 'phone', offline: true, maxLatency_ms: 100 },
  criteria: [
    {
      key: 'latency',
      anchors: [
        { at: 10, value: 100 },
        { at: 110, value: 0 },
      ],
      why: 'The crew waits for it.',
    },
    {
      key: 'accuracy',
      anchors: [
        { at: 50, value: 0 },
        { at: 100, value: 100 },
      ],
      why: '',
    },
    {
      key: 'effort',
      anchors: [
        { at: 0, value: 100 },
        { at: 50, value: 0 },
      ],
      why: '',
    },
  ],
  weighing: {
    method: 'points',
    points: [
      { criterion: 'latency', points: 5 },
      { criterion: 'accuracy', points: 3 },
      { criterion: 'effort', points: 2 },
    ],
    pairs: [],
  },
  values: [
    ...measured('own', 20, { accuracy: 80, effort: 10 }),
    ...measured('lite', 40, { accuracy: 90, effort: 30 }),
    ...measured('buy', 300, { accuracy: 95, effort: 2 }),
  ],
  costs: {
    currency: 'EUR',
    callsPerYear: 2_000_000,
    growth: '0.1',
    routes: {
      own: { build: '60000', data: '20000', run: '6000', maintain: '12000', perCall: '0.001', exit: '5000' },
      off_the_shelf: { build: '15000', data: '0', run: '0', maintain: '0', perCall: '0.015', exit: '8000' },
    },
  },
};
