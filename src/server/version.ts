/** The version of this Peil, as in package.json (tidy.test.ts holds the two together). */
export const version = '0.1.0';
