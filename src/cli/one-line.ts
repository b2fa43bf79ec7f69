/** Text that others wrote, for a terminal: one line, and nothing in it that steers the terminal. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '');
}
