import { runTerminal } from './cli/run-terminal.ts';

process.exitCode = await runTerminal(process.argv.slice(2));
