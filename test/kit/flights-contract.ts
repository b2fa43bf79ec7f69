import type { ContractResults } from '../../src/capabilities/contracts/contract.ts';
import type { Import } from '../../src/capabilities/datasets/contract.ts';
import type { TestPeil } from './app.ts';
import { importFiles } from './importing.ts';
import { type Sending, sendingTo, type Sent } from './sending.ts';

export const flightsHeader = 'id,delay,origin,email\n';

export const flightRows = (from: number, to: number, delay = (at: number) => String(at % 60)): string =>
  Array.from(
    { length: to - from },
    (_, at) => `${from + at},${delay(at)},${['AMS', 'JFK'][at % 2]},p${at}@x.org\n`,
  ).join('');

/** 300 flights in a data set of a problem of their own, and what people do with its contract. */
export interface FlightsContract {
  send: Sending;
  problemId: string;
  datasetId: string;
  /** of the contract, without a slash at its end */
  path: string;
  load: (content: string) => Promise<Import>;
  add: (rule: object) => Promise<Sent>;
  /** of the draft */
  version: () => Promise<number>;
  publish: (note?: string) => Promise<Sent>;
  /** adds the rules and publishes them */
  published: (...rules: object[]) => Promise<void>;
  judged: (body?: object) => Promise<{ begun: Sent; results: ContractResults }>;
}

export async function flightsContract(peil: TestPeil): Promise<FlightsContract> {
  const send = sendingTo(peil);
  const problemId = (await send('POST /api/problems', { title: 'Late flights' })).body.id as string;
  const load = (content: string) =>
    importFiles(peil, { problemId, files: [{ name: 'flights.csv', content }], body: { name: 'Flights' } });
  const { datasetId } = await load(flightsHeader + flightRows(1, 301));
  const path = `/api/problems/${problemId}/datasets/${datasetId}/contract`;
  const add = (rule: object) => send(`POST ${path}/rules`, { rule });
  const version = async () => (await send(`GET ${path}`)).body.version as number;
  const publish = async (note = 'As agreed') => send(`POST ${path}/versions`, { note }, { version: await version() });
  const done = ({ status, body }: Sent) => {
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  const published = async (...rules: object[]) => {
    for (const rule of rules) done(await add(rule));
    done(await publish());
  };
  const judged = async (body: object = {}) => {
    const begun = await send(`POST ${path}/runs`, body);
    await peil.services.jobs.runDue();
    return { begun, results: (await send(`GET ${path}/runs/${begun.body.id}`)).body as ContractResults };
  };
  return { send, problemId, datasetId, path, load, add, version, publish, published, judged };
}
