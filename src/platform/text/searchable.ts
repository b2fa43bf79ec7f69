/** One form for what is written and what is looked for: SQLite itself folds no letters beyond ASCII. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
