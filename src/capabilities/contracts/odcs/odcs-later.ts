/** What 3.2 brought, by the part of a document that may say it since then. */
const later = {
  document: ['context'],
  table: ['context', 'deprecated', 'synonyms'],
  property: ['deprecated', 'enum', 'map', 'semanticType', 'synonyms'],
  options: ['dimensions', 'distanceMetric', 'elementType', 'embeddingModel', 'embeddingModelVersion', 'normalized'],
  relationship: ['id'],
  sla: ['authoritativeDefinitions', 'customProperties'],
  custom: ['vendor'],
  server: [],
  part: [],
} as const;
export type Part = keyof typeof later;

export const isOfLater = (part: Part, key: string): boolean => (later[part] as readonly string[]).includes(key);
