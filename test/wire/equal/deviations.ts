import type { WireAnswer, WireClient } from '../../kit/wire-client.ts';
import type { Answer, Question } from './question.ts';

/** What one of the two servers answered, told the way in which the other one may be compared with it. */
export interface Both {
  here: Answer;
  there: Answer;
}

/** A row of `deviations.md`: where Peil means to answer otherwise. */
export interface Deviation {
  /** as in the file */
  id: string;
  /** asked of both by itself, on an experiment with one run; answers what differs */
  probe: (ask: WireClient, at: { experiment: string; run: string }) => Promise<unknown>;
  /** whether it is the reason why this question was answered otherwise */
  explains?: (question: Question, both: Both) => boolean;
}

const isRefused = (answer: Answer): boolean => 'refused' in answer;
const wider = ({ here, there }: Both): boolean => !isRefused(here) && isRefused(there);
const narrower = ({ here, there }: Both): boolean => isRefused(here) && !isRefused(there);
const flat = (answer: Answer): string[] => ('pages' in answer ? answer.pages.flat() : []);

const found = ({ status, body }: WireAnswer, list: string): unknown =>
  status === 200 ? ((body[list] as unknown[] | undefined) ?? []).length : 'refused';
const searched =
  (filter: string): Deviation['probe'] =>
  async (ask, { experiment }) =>
    found(await ask('POST runs/search', { experiment_ids: [experiment], filter, max_results: 100 }), 'runs');

export const deviations: readonly Deviation[] = [
  {
    id: 'wider-grammar',
    probe: searched("(params.a = '1' OR params.a = '2') AND NOT params.a = '3'"),
  },
  {
    id: 'null-of-models',
    probe: async (ask, { experiment }) =>
      found(
        await ask('POST logged-models/search', { experiment_ids: [experiment], filter: 'tags.team IS NULL' }),
        'models',
      ),
    explains: ({ of, filter }, both) =>
      ['models', 'registered', 'versions'].includes(of) && wider(both) && /\bis (not )?null\b/i.test(filter),
  },
  {
    id: 'missing-and',
    probe: searched("params.a = '1' params.a = '1'"),
    explains: ({ filter }, both) => narrower(both) && /(?:^|\band\s+)AND tags|'Tree' tags/is.test(filter),
  },
  {
    id: 'bare-words',
    probe: async (ask, { experiment }) =>
      found(await ask('POST logged-models/search', { experiment_ids: [experiment], filter: 'name = plain' }), 'models'),
    explains: ({ of, filter }, both) => of === 'models' && narrower(both) && filter.includes('= team'),
  },
  {
    id: 'order-by-creation',
    probe: async (ask) =>
      found(await ask('GET registered-models/search', { order_by: ['creation_timestamp'] }), 'registered_models'),
    explains: ({ of, orderBy }, both) =>
      of === 'registered' && wider(both) && orderBy.some((clause) => clause.startsWith('creation_timestamp')),
  },
  {
    id: 'data-without-digest',
    probe: async (ask, { experiment }) => {
      const datasets = [{ dataset_name: 'flights' }];
      return found(await ask('POST logged-models/search', { experiment_ids: [experiment], datasets }), 'models');
    },
    explains: ({ of, datasets }, { there }) =>
      of === 'models' && datasets.some((each) => !each.dataset_digest) && !isRefused(there) && flat(there).length === 0,
  },
  {
    id: 'large-steps',
    probe: async (ask, { run }) =>
      (await ask('POST runs/log-metric', { run_id: run, key: 'far', value: 1, timestamp: 1, step: '9007199254740993' }))
        .status,
  },
  {
    id: 'values-in-words',
    probe: async (ask, { run }) =>
      (
        await ask('POST runs/log-batch', {
          run_id: run,
          metrics: [{ key: 'word', value: 'high', timestamp: 1, step: 0 }],
        })
      ).status,
  },
  {
    id: 'many-comparisons',
    probe: searched(Array.from({ length: 201 }, (_, at) => `start_time >= ${at}`).join(' AND ')),
  },
  {
    id: 'files-of-a-version',
    probe: async (ask, { experiment, run }) => {
      const [name, source] = [`kept ${run}`, `mlflow-artifacts:/${experiment}/${run}/artifacts/model`];
      await ask(`PUT ../mlflow-artifacts/artifacts/${experiment}/${run}/artifacts/model/MLmodel`, { flavors: {} });
      await ask('POST registered-models/create', { name });
      await ask('POST model-versions/create', { name, source, run_id: run });
      const { status, body } = await ask('GET model-versions/get-download-uri', { name, version: '1' });
      return [status, body['artifact_uri'] === source];
    },
  },
  {
    id: 'sentences',
    probe: async (ask, { experiment }) =>
      (await ask('POST runs/search', { experiment_ids: [experiment], filter: '   ', max_results: 9 })).body['message'],
  },
];
