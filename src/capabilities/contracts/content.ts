import { newId } from '../../platform/ids.ts';
import type { OdcsDocument } from './odcs/odcs-document.ts';
import { odcsFromRules } from './odcs/odcs-from-rules.ts';
import type { KnownTables } from './odcs/relations-of.ts';
import { primaryKeyOf, rulesFromOdcs, tableOf } from './odcs/rules-from-odcs.ts';
import type { Rule } from './rule-contract.ts';

/** What a contract says: its rules, and the document of the open standard that they stand in. */
export interface ContractContent {
  rules: Rule[];
  document: OdcsDocument;
  tableName: string;
  personal: string[];
  /** a document that came from elsewhere keeps its own version and status */
  isImported: boolean;
  /** the data sets that the tables of the document are, as they were found when it came in */
  datasets?: KnownTables;
}

export function newContent(datasetName: string, now: number): ContractContent {
  const document: OdcsDocument = {
    apiVersion: 'v3.1.0',
    kind: 'DataContract',
    id: newId(now),
    name: datasetName,
    version: '0.0.0',
    status: 'draft',
  };
  return { rules: [], document, tableName: datasetName, personal: [], isImported: false };
}

export function contentFromDocument(
  document: OdcsDocument,
  table?: string,
  findDataset: (names: readonly string[], isOwn: boolean) => string | undefined = () => undefined,
): ContractContent {
  const tableName = tableOf(document, table)?.name ?? document.name ?? document.id;
  const datasets = Object.fromEntries(
    (document.schema ?? []).flatMap(({ name, physicalName = name }) => {
      const id = findDataset([name, physicalName], name === tableName);
      return id === undefined ? [] : [[name, id]];
    }),
  );
  const rules = rulesFromOdcs(document, tableName === table ? table : undefined, datasets).map(({ rule }) => rule);
  const personal = personalIn(document, tableName);
  return { rules, document, tableName, personal, isImported: true, datasets };
}

/** The mark of a column with personal data, in what the standard leaves to everybody. */
const personalMark = 'personalData';
const personalWords = /^(pii|personal|personal data|sensitive personal data|special category)$/i;

function personalIn(document: OdcsDocument, tableName: string): string[] {
  const table = document.schema?.find(({ name }) => name === tableName);
  return (table?.properties ?? [])
    .filter(
      ({ classification = '', customProperties = [], tags = [] }) =>
        personalWords.test(classification) ||
        tags.some((tag) => personalWords.test(tag)) ||
        customProperties.some(({ property, value }) => property === personalMark && value === true),
    )
    .map(({ name }) => name);
}

/** The document with the rules in it as they are now, and with what is personal. */
export function documentOf(content: ContractContent, number: number | null): OdcsDocument {
  const { rules, document, tableName, isImported, datasets } = content;
  // A document that came without a table gets one with its first rule.
  const isWhole = rules.length === 0 && !document.schema?.some(({ name }) => name === tableName);
  if (isImported && isWhole) return document;
  const written = markPersonal(
    odcsFromRules(document, { rules, tableName, ...(datasets ? { datasets } : {}) }),
    content,
  );
  if (isImported || number === null) return written;
  return { ...written, version: `${number}.0.0`, status: 'active' };
}

function markPersonal(document: OdcsDocument, { tableName, personal }: ContractContent): OdcsDocument {
  const said = personalIn(document, tableName);
  const table = document.schema?.find(({ name }) => name === tableName);
  for (const name of personal.filter((each) => !said.includes(each))) {
    const property = table?.properties?.find((each) => each.name === name);
    const mark = { property: personalMark, value: true };
    if (property) property.customProperties = [...(property.customProperties ?? []), mark];
  }
  return document;
}

export function keysOf({ document, tableName, rules }: ContractContent): string[] {
  const table = document.schema?.find(({ name }) => name === tableName);
  const stated = table ? primaryKeyOf(table) : [];
  if (stated.length > 0) return stated;
  const unique = rules.find(({ kind }) => kind === 'unique' || kind === 'compound_unique');
  if (unique?.kind === 'unique') return [unique.column];
  return unique?.kind === 'compound_unique' ? [...unique.columns] : [];
}

/** What the document asks of the data in words, in SQL of another system, or of another tool: kept, and judged by nobody here. */
export function notJudgedIn({ document, tableName }: ContractContent): { column: string | null; says: string }[] {
  const table = document.schema?.find(({ name }) => name === tableName);
  if (!table) return [];
  const judged = rulesFromOdcs(document, tableName).map(({ place }) => place);
  return [{ column: null, quality: table.quality }, ...(table.properties ?? []).map(ofColumn)].flatMap(
    ({ column, quality = [] }) =>
      quality.flatMap(({ description, name, metric, engine, query }, index) => {
        const isJudged = judged.some(
          (place) => place.at === 'quality' && place.column === column && place.index === index,
        );
        return isJudged ? [] : [{ column, says: description ?? name ?? metric ?? engine ?? query ?? '' }];
      }),
  );
}

const ofColumn = ({
  name,
  quality,
}: {
  name: string;
  quality?: NonNullable<OdcsDocument['schema']>[number]['quality'];
}) => ({
  column: name as string | null,
  quality,
});
