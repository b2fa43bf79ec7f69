/** npm and our own scripts hand a signal on that the terminal has given us already: that is one press of Ctrl-C. */
const onePress_ms = 500;

/** Resolves at the first SIGINT or SIGTERM; from then on a second one ends the process at once. */
export function untilAskedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const hear = () => {
      if (asked === undefined) {
        asked = performance.now();
        resolve();
      } else if (performance.now() - asked > onePress_ms) process.exit(130);
    };
    process.on('SIGINT', hear).on('SIGTERM', hear);
  });
}
