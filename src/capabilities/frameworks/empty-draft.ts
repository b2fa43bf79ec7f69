import type { Draft } from './selection-contract.ts';

/** What a selection begins with. */
export const emptyDraft: Draft = {
  candidates: [],
  constraints: {
    runsOn: null,
    offline: false,
    maxLatency_ms: null,
    dataStays: 'any',
    licences: [],
    managed: 'any',
    training: false,
    supportedUntil: null,
    own: [],
  },
  answers: [],
  criteria: [],
  weighing: { method: 'points', points: [], pairs: [] },
  values: [],
  costs: { currency: 'EUR', callsPerYear: null, growth: '0', routes: {} },
};
