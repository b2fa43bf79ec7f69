/** The compiled code that V8 keeps is among it, for each of these processes begins anew. */
const inherited = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TMPDIR', 'TEMP', 'NODE_COMPILE_CACHE'];

/** What a process that works on somebody's data may know of the environment: nothing of the server's secrets. */
export const inheritedEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(inherited.map((name) => [name, process.env[name]]));
