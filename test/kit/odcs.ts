import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import type { OdcsDocument } from '../../src/capabilities/contracts/odcs/odcs-document.ts';
import { rulesFromOdcs } from '../../src/capabilities/contracts/odcs/rules-from-odcs.ts';
import type { Rule } from '../../src/capabilities/contracts/rule-contract.ts';

const folder = 'test/fixtures/odcs';

/** Examples of the standard itself, by the names of their files. */
export const odcsExamples = readdirSync(folder).filter((name) => name.endsWith('.odcs.yaml'));

export const odcsText = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');

const ajv = new Ajv2019({ strict: false, allErrors: true });
formats.default(ajv);
const isOfTheStandard = ajv.compile(JSON.parse(odcsText('odcs-json-schema-v3.1.0.json')) as object);

/** What the JSON Schema of the standard finds wrong; nothing, of what is of the standard. */
export function faultsIn(document: unknown): unknown[] {
  isOfTheStandard(document);
  return isOfTheStandard.errors ?? [];
}

export const rulesOf = (document: OdcsDocument, table?: string): Rule[] =>
  rulesFromOdcs(document, table).map(({ rule }) => rule);

export const emptyOdcs: OdcsDocument = {
  apiVersion: 'v3.1.0',
  kind: 'DataContract',
  id: 'c',
  version: '1',
  status: 'draft',
};
