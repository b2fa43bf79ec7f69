import { pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

/** The process of one bench: runs the file it is given and sends its figures to `npm run bench`. */
const [, , file = ''] = process.argv;
const { bench } = (await import(pathToFileURL(file).href)) as { bench: Bench };
const figures = await bench.run();
process.send?.({ name: bench.name, figures });
process.disconnect();
