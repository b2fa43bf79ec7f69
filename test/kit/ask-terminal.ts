import { runTerminal } from '../../src/cli/run-terminal.ts';

/** Words typed in an English terminal that talks to a server, and what it printed: answers and, apart, all else. */
export async function askTerminal(address: string, words: readonly string[]) {
  const said: string[] = [];
  const told: string[] = [];
  const exitCode = await runTerminal([...words, '--server', address], {
    locale: 'en',
    say: (line) => void said.push(line),
    tell: (line) => void told.push(line),
    progress: () => {},
  });
  return { exitCode, said: said.join('\n'), told: told.join('\n') };
}
