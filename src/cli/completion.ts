import type { CommandSpec, OptionSpec } from './command-spec.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What may follow after these words: further words at a group, options at a command. */
interface Place {
  path: string;
  next: string[];
  options: readonly OptionSpec[];
}

function placesOf(specs: readonly CommandSpec[]): Place[] {
  const places = new Map<string, Place>([['', { path: '', next: [], options: [] }]]);
  for (const { words, options } of specs) {
    for (let length = 1; length <= words.length; length += 1) {
      const before = places.get(words.slice(0, length - 1).join(' '));
      const path = words.slice(0, length).join(' ');
      const word = words[length - 1] ?? '';
      if (before && !before.next.includes(word)) before.next.push(word);
      if (!places.has(path)) places.set(path, { path, next: [], options: [] });
    }
    const own = places.get(words.join(' '));
    if (own) own.options = options;
  }
  for (const { words, arguments: given } of specs) {
    const place = places.get(words.join(' '));
    place?.next.push(...given.flatMap((argument) => argument.choices ?? []));
  }
  return [...places.values()];
}

/** The script that completes `peil` in a shell, from the same commands as the help. */
export function completionScript(shell: Shell, specs: readonly CommandSpec[]): string {
  return { bash, zsh, fish }[shell](placesOf(specs));
}

const flag = ({ name }: OptionSpec): string => `--${name}`;

/** Cases of `$path`, in the syntax that bash and zsh share. */
function cases(places: readonly Place[]): string {
  return places
    .map(
      ({ path, next, options }) => `    '${path}') words="${[...next, ...options.map(flag), '--help'].join(' ')}" ;;`,
    )
    .join('\n');
}

/** What follows an option that takes a value: its choices, a file, or nothing that we know. */
function valueCases(places: readonly Place[]): string {
  const options = new Map(places.flatMap((place) => place.options).map((option) => [option.name, option]));
  return [...options.values()]
    .filter(({ placeholder }) => placeholder !== null)
    .map(
      ({ name, choices, completes }) =>
        `    --${name}) values="${choices?.join(' ') ?? ''}"; kind="${completes ?? ''}" ;;`,
    )
    .join('\n');
}

function finder(places: readonly Place[]): string {
  const known = places.filter(({ path }) => path !== '').map(({ path }) => `"${path}"`);
  return `      case "\${path:+$path }$word" in ${known.join('|')}) path="\${path:+$path }$word" ;; esac`;
}

function bash(places: readonly Place[]): string {
  return `# Completion of peil for bash. Load it with: eval "$(peil completion bash)"
_peil() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local path="" words="" values="" kind="none" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
${finder(places)}
  done
  case "$previous" in
${valueCases(places)}
  esac
  case "$kind" in
    none) ;;
    folder) COMPREPLY=($(compgen -d -- "$current")); return ;;
    *) if [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi; return ;;
  esac
  case "$path" in
${cases(places)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _peil peil`;
}

function zsh(places: readonly Place[]): string {
  return `#compdef peil
# Completion of peil for zsh. Load it with: eval "$(peil completion zsh)"
_peil() {
  local previous="\${words[CURRENT-1]}" path="" choices="" values="" kind="none" word
  for word in "\${(@)words[2,CURRENT-1]}"; do
${finder(places)}
  done
  case "$previous" in
${valueCases(places)}
  esac
  case "$kind" in
    none) ;;
    folder) _path_files -/; return ;;
    *) if [[ -n "$values" ]]; then compadd -- \${=values}; else _files; fi; return ;;
  esac
  case "$path" in
${cases(places).replaceAll('words="', 'choices="')}
  esac
  compadd -- \${=choices}
}
compdef _peil peil`;
}

function fish(places: readonly Place[]): string {
  const lines = places.flatMap(({ path, next, options }) => {
    const when = `-n '__peil_is "${path}"'`;
    const words = next.length > 0 ? [`complete -c peil ${when} -f -a '${next.join(' ')}'`] : [];
    const flags = options.map(({ name, placeholder, choices, completes }) => {
      if (placeholder === null) return `complete -c peil ${when} -l ${name}`;
      const values = choices
        ? `-x -a '${choices.join(' ')}'`
        : completes === 'folder'
          ? `-x -a '(__fish_complete_directories)'`
          : '-r';
      return `complete -c peil ${when} -l ${name} ${values}`;
    });
    return [...words, ...flags];
  });
  const known = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# Completion of peil for fish. Load it with: peil completion fish | source
function __peil_is
  set -l path
  for word in (commandline -opc)[2..-1]
    set -l longer (string join ' ' $path $word)
    contains -- "$longer" ${known.join(' ')}; and set path (string split ' ' $longer)
  end
  test "$argv[1]" = (string join ' ' $path)
end
${lines.join('\n')}`;
}
