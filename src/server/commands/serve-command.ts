import type { Config } from '../../platform/config/config.ts';
import { offerFirstAdministrator } from '../../capabilities/identity/become-first-administrator.ts';
import { buildExample } from '../example.ts';
import { type Serving, startServing } from '../serve.ts';
import { serveTexts } from './serve-texts.ts';
import type { Terminal } from './terminal.ts';
import { untilAskedToEnd } from './until-asked-to-end.ts';

/** Open requests and streams get this long to end; then the process ends without them. */
const patience_ms = 5_000;

/** `peil serve`: from start to a clean end. Answers the exit code. */
export async function serveCommand(config: Config, terminal: Terminal): Promise<number> {
  const texts = serveTexts[terminal.locale];
  const serving = await startServing(config);
  // From here on: a start that takes too long is ended by the signal itself, which loses nothing.
  const asked = untilAskedToEnd();
  terminal.say(texts.ready({ address: serving.address }));
  if (config.host === '0.0.0.0' || config.host === '::') terminal.say(texts.everywhere);
  terminal.say(
    config.databaseUrl ? texts.keptInDatabase({ data: config.dataFolder }) : texts.kept({ data: config.dataFolder }),
  );
  const offered = await offerFirstAdministrator(serving.services, serving.address);
  if (offered) terminal.say(texts.firstAdministrator({ link: offered.link }));
  terminal.say(texts.howToEnd);
  if (serving.isNew && !config.empty && !offered) await Promise.race([offerExample(serving, terminal), asked]);
  await asked;
  return end(serving, terminal);
}

/** Only in personal mode: a team fills its own Peil, and nobody could sign in yet to build an example as. */
async function offerExample(serving: Serving, terminal: Terminal): Promise<void> {
  const texts = serveTexts[terminal.locale];
  terminal.progress(0, texts.building);
  try {
    await buildExample(serving.localAddress, terminal.locale, (share, what) =>
      terminal.progress(Math.min(share, 0.99), what),
    );
    terminal.progress(1, texts.built);
  } catch (error) {
    serving.services.log.info({ err: error }, 'the guided example was not built');
    terminal.tell(texts.notBuilt({ reason: (error as Error).message }));
  }
}

async function end(serving: Serving, terminal: Terminal): Promise<number> {
  const texts = serveTexts[terminal.locale];
  terminal.say(texts.ending);
  // Not cleared: it also ends a process that something still holds after everything was closed.
  setTimeout(() => {
    terminal.say(texts.endedLate);
    process.exit(1);
  }, patience_ms).unref();
  await serving.close();
  terminal.say(texts.ended);
  return 0;
}
