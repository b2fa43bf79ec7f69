/** A name as SQL takes it, whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL takes it: DuckDB knows no escapes in it but the doubled quote. */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export const numberLiteral = (number: number): string => `(${String(number)})::double`;

export const filesLiteral = (files: readonly string[]): string => `[${files.map(textLiteral).join(', ')}]::varchar[]`;

/** All of these; true where there are none. */
export const every = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : conditions.map((condition) => `(${condition})`).join(' and ');

export const some = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'false' : conditions.map((condition) => `(${condition})`).join(' or ');

/** Whether a row meets it; what is unknown to SQL is not met. */
export const surely = (condition: string): string => `coalesce((${condition}), false)`;
