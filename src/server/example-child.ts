import { askOver } from '../../examples/late-flights/ask.ts';
import { walk } from '../../examples/late-flights/walk.ts';
import type { ExampleMessage } from './example.ts';

/** The guided example as a process of its own: `example-child <address>`, started by `buildExample`. */
const tell = (message: ExampleMessage) => process.send?.(message);
const [, , address = ''] = process.argv;

// Without the server there is nothing to build for.
process.on('disconnect', () => process.exit(1));
try {
  await walk(askOver(address), (share, step) => tell({ share, step }));
  process.exitCode = 0;
} catch (error) {
  tell({ problem: (error as Error).message });
  process.exitCode = 1;
}
process.removeAllListeners('disconnect');
process.disconnect?.();
