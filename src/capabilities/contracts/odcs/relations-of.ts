import type { OdcsDocument, OdcsSchemaObject } from './odcs-document.ts';

/** The data sets that tables of a document are: ids by the name of the table. */
export type KnownTables = Readonly<Record<string, string>>;

/** A column of which every value stands in a column of another table. */
export interface Relation {
  column: string;
  otherTable: string;
  otherColumn: string;
}

/**
 * The relationships of a table, as far as they are from one column to one: stated at the column or at the table, by name
 * (`table.column`) or by id (`schema/table/properties/column`). What refers to another document is nobody's to judge here.
 */
export function relationsOf(document: OdcsDocument, table: OdcsSchemaObject): Relation[] {
  const atColumns = (table.properties ?? []).flatMap(({ name, relationships = [] }) =>
    relationships.map(({ to }) => ({ column: name, to })),
  );
  const atTable = (table.relationships ?? []).flatMap(({ from, to }) => {
    const target = placeOf(document, only(from));
    return target && target.table === table.name ? [{ column: target.column, to }] : [];
  });
  return [...atColumns, ...atTable].flatMap(({ column, to }) => {
    const target = placeOf(document, only(to));
    return target ? [{ column, otherTable: target.table, otherColumn: target.column }] : [];
  });
}

const only = (given: string | readonly string[]): string | null =>
  typeof given === 'string' ? given : given.length === 1 ? (given[0] ?? null) : null;

/** null for what this document does not have. */
function placeOf(document: OdcsDocument, given: string | null): { table: string; column: string } | null {
  if (given === null) return null;
  const byId = /^\/?schema\/([^/]+)\/properties\/([^/]+)$/.exec(given);
  const byName = /^([^./#]+)\.([^./#]+)$/.exec(given);
  const [, table = '', column = ''] = byId ?? byName ?? [];
  const found = document.schema?.find(({ id, name }) => (byId && id === table) || name === table);
  const property = found?.properties?.find(({ id, name }) => (byId && id === column) || name === column);
  return found && property ? { table: found.name, column: property.name } : null;
}
