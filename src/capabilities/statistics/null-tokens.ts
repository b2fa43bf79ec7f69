/** Texts by which people and programs write that there is nothing. */
export const nullTokens: readonly string[] = [
  '',
  ' ',
  '#N/A',
  '-',
  '?',
  'N/A',
  'NA',
  'NULL',
  'NaN',
  'None',
  'n/a',
  'nan',
  'none',
  'null',
  'onbekend',
  'unknown',
];
