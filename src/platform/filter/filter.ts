/** What a filter asks, whatever it was written in. */
export type Entity = 'metric' | 'param' | 'tag' | 'attribute' | 'dataset';
export type Operator =
  | '='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'LIKE'
  | 'ILIKE'
  | 'IN'
  | 'NOT IN'
  | 'IS NULL'
  | 'IS NOT NULL';

export interface FieldRef {
  entity: Entity;
  key: string;
}

export interface Comparison extends FieldRef {
  kind: 'compare';
  operator: Operator;
  /** null where the operator takes none */
  value: number | string | readonly string[] | null;
  /** where in the text it stands, for the sentence of a refusal */
  position: number;
}

export type Filter = Comparison | { kind: 'and' | 'or'; parts: readonly Filter[] } | { kind: 'not'; part: Filter };

const entities: Readonly<Record<string, Entity>> = {
  metric: 'metric',
  metrics: 'metric',
  param: 'param',
  params: 'param',
  parameter: 'param',
  parameters: 'param',
  tag: 'tag',
  tags: 'tag',
  attribute: 'attribute',
  attributes: 'attribute',
  attr: 'attribute',
  run: 'attribute',
  dataset: 'dataset',
  datasets: 'dataset',
};

/** `metrics.auc` is a metric; a name without a prefix is an attribute. Undefined for an unknown prefix. */
export function fieldOf(prefix: string | null, key: string): FieldRef | undefined {
  const entity = prefix === null ? 'attribute' : entities[prefix];
  return entity && { entity, key };
}
