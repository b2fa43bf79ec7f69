/** Text that others wrote, for a terminal: one line, and nothing in it that steers the terminal. */
export function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' '));
}

/** A line of a text that is printed as it was written, without what steers the terminal. */
export function harmless(line: string): string {
  return line.replace(/\p{Cc}/gu, '');
}
