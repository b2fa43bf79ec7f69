import { cliErrors } from './cli-errors.ts';
import type { CommandSpec } from './command-spec.ts';
import { completionScript, shells } from './completion.ts';

/** `peil completion bash`: `specs` is asked late, since this command is itself one of them. */
export function completionCommand(specs: () => readonly CommandSpec[]): CommandSpec {
  return {
    words: ['completion'],
    summary: {
      en: 'Prints the script that completes peil in your shell: eval "$(peil completion bash)"',
      nl: 'Toont het script dat peil aanvult in uw shell: eval "$(peil completion bash)"',
    },
    arguments: [{ name: 'shell', help: { en: shells.join(', '), nl: shells.join(', ') }, choices: shells }],
    options: [],
    run: async ({ arguments: [given = ''] }, terminal) => {
      const shell = shells.find((each) => each === given);
      if (!shell) throw cliErrors.unknownShell({ given, known: shells });
      terminal.say(completionScript(shell, specs()));
      return 0;
    },
  };
}
