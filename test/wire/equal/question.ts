import type { WireClient } from '../../kit/wire-client.ts';
import type { Names } from './fill.ts';

/** One search, as it is asked of each server; what only a server knows (its ids, its moments) stands in it as `{run:3}`. */
export interface Question {
  of: 'runs' | 'experiments' | 'models' | 'registered' | 'versions';
  filter: string;
  orderBy: readonly string[];
  pageSize: number;
  view: 'ACTIVE_ONLY' | 'DELETED_ONLY' | 'ALL';
  /** by their places in the store; for runs and models */
  experiments: readonly number[];
  /** for models: only what was measured on these counts */
  datasets: readonly { dataset_name: string; dataset_digest?: string }[];
}

/** The things found, page by page, by their places in the store or by the names that both servers use. */
export type Answer = { refused: number } | { pages: readonly (readonly string[])[] };

export interface Asked {
  ask: WireClient;
  names: Names;
}

/** A server that gives pages without an end gives no more than these. */
const mostPages = 500;

export async function answer({ ask, names }: Asked, question: Question): Promise<Answer & { sentence?: string }> {
  const pages: string[][] = [];
  let token: string | undefined;
  do {
    const { status, body } = await ask(routes[question.of], messageOf(question, names, token));
    if (status !== 200) return { refused: status, sentence: String(body['message']) };
    pages.push(found(question.of, body, names));
    token = body['next_page_token'] as string | undefined;
  } while (token && pages.length < mostPages);
  return { pages };
}

const routes = {
  runs: 'POST runs/search',
  experiments: 'POST experiments/search',
  models: 'POST logged-models/search',
  registered: 'GET registered-models/search',
  versions: 'GET model-versions/search',
} as const;

function messageOf(question: Question, names: Names, page_token?: string): Readonly<Record<string, unknown>> {
  const { of, orderBy, pageSize, view } = question;
  const common = {
    filter: filled(question.filter, names),
    max_results: pageSize,
    ...(page_token ? { page_token } : {}),
  };
  const experiment_ids = question.experiments.map((index) => names.experiments[index]);
  switch (of) {
    case 'runs':
      return { ...common, order_by: orderBy, experiment_ids, run_view_type: view };
    case 'experiments':
      return { ...common, order_by: orderBy, view_type: view };
    case 'models':
      return { ...common, order_by: orderBy.map(modelOrder), experiment_ids, datasets: question.datasets };
    case 'registered':
    case 'versions':
      return { ...common, order_by: orderBy };
  }
}

/** `metrics.auc DESC on flights d1` */
function modelOrder(clause: string): object {
  const [, field_name, way, dataset_name, dataset_digest] = /^(.+) (ASC|DESC)(?: on (\S+) (\S+))?$/.exec(clause) ?? [];
  return { field_name, ascending: way === 'ASC', ...(dataset_name ? { dataset_name, dataset_digest } : {}) };
}

function filled(filter: string, names: Names): string {
  return filter.replaceAll(/\{(\w+):(\d+)\}/g, (_, kind: string, index: string) => {
    const list: Readonly<Record<string, readonly (string | number)[]>> = {
      run: names.runs,
      experiment: names.experiments,
      model: names.models,
      experimentCreated: names.created.experiments,
      modelCreated: names.created.models,
      registeredCreated: names.created.registered,
    };
    return String(list[kind]?.[Number(index)]);
  });
}

interface Found {
  runs?: { info: { run_id: string } }[];
  experiments?: { name: string }[];
  models?: { info: { model_id: string } }[];
  registered_models?: { name: string }[];
  model_versions?: { name: string; version: string }[];
}

function found(of: Question['of'], body: Found, names: Names): string[] {
  const place = (ids: readonly string[], id: string) => String(ids.indexOf(id));
  switch (of) {
    case 'runs':
      return (body.runs ?? []).map(({ info }) => place(names.runs, info.run_id));
    case 'experiments':
      return (body.experiments ?? []).map(({ name }) => name);
    case 'models':
      return (body.models ?? []).map(({ info }) => place(names.models, info.model_id));
    case 'registered':
      return (body.registered_models ?? []).map(({ name }) => name);
    case 'versions':
      return (body.model_versions ?? []).map(({ name, version }) => `${name} ${version}`);
  }
}
