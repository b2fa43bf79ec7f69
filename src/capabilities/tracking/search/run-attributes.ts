interface RunAttribute {
  column: 'id' | 'name' | 'status' | 'client_user' | 'artifact_uri' | 'started_at' | 'ended_at';
  type: 'text' | 'number';
}

const attributes: Readonly<Record<string, RunAttribute>> = {
  run_id: { column: 'id', type: 'text' },
  run_name: { column: 'name', type: 'text' },
  'run name': { column: 'name', type: 'text' },
  'Run name': { column: 'name', type: 'text' },
  'Run Name': { column: 'name', type: 'text' },
  status: { column: 'status', type: 'text' },
  user_id: { column: 'client_user', type: 'text' },
  artifact_uri: { column: 'artifact_uri', type: 'text' },
  start_time: { column: 'started_at', type: 'number' },
  created: { column: 'started_at', type: 'number' },
  Created: { column: 'started_at', type: 'number' },
  end_time: { column: 'ended_at', type: 'number' },
};

/** What a run is searched and ordered by, beside its metrics, parameters and tags, by the names that clients use. */
export function runAttribute(name: string): RunAttribute | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

export const runAttributeNames =
  'run_id, run_name, status, user_id, artifact_uri, start_time, end_time, metrics., params., tags., datasets.';
