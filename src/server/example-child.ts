import { type Begun, buildExamples } from '../../examples/build-examples.ts';
import { askOver } from '../../examples/kit/ask.ts';
import type { ExampleMessage } from './example.ts';

/** The guided examples as a process of its own: `example-child <address> <what was begun>`, started by `buildExample`. */
const tell = (message: ExampleMessage) => process.send?.(message);
const [, , address = '', begun = ''] = process.argv;

// Without the server there is nothing to build for.
process.on('disconnect', () => process.exit(1));
// Ctrl-C reaches the whole group; the server says when it is enough.
process.on('SIGINT', () => undefined);
try {
  await buildExamples({
    ask: askOver(address),
    begun: JSON.parse(begun) as Begun,
    onBegin: (name, problemId) => tell({ begun: name, problemId }),
    report: tell,
  });
  process.exitCode = 0;
} catch (error) {
  tell({ problem: (error as Error).message });
  process.exitCode = 1;
}
process.removeAllListeners('disconnect');
process.disconnect?.();
