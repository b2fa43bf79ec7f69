/** One calm line on the terminal. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends the script with a sentence that says what to do next. */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
