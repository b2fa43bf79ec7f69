import type { Config } from '../../platform/config/config.ts';
import { offerFirstAdministrator } from '../../capabilities/identity/become-first-administrator.ts';
import { modeOf } from '../../capabilities/identity/mode.ts';
import { buildExample } from '../example.ts';
import { type Serving, startServing } from '../serve.ts';
import { beginExample, findUnfinishedExample, forgetExample, type UnfinishedExample } from '../unfinished-example.ts';
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
  const unfinished = await exampleToBuild(serving, config);
  if (unfinished) await offerExample({ serving, terminal, unfinished, asked });
  await asked;
  return end(serving, terminal);
}

/**
 * Of an empty Peil, and of one in which the building was broken off. Only in personal mode: a team fills its own Peil, and
 * nobody could sign in yet to build an example as.
 */
async function exampleToBuild({ services, isNew }: Serving, config: Config): Promise<UnfinishedExample | null> {
  const folder = config.dataFolder;
  if (config.empty) await forgetExample(folder);
  if (config.empty || (await modeOf(services)) !== 'personal') return null;
  if (!isNew) return findUnfinishedExample(folder);
  return beginExample(folder, new Date(services.clock.now()).toISOString().slice(0, 10));
}

interface Offering {
  serving: Serving;
  terminal: Terminal;
  unfinished: UnfinishedExample;
  /** the building is broken off when this resolves */
  asked: Promise<void>;
}

async function offerExample({ serving, terminal, unfinished, asked }: Offering): Promise<void> {
  const { locale } = terminal;
  const texts = serveTexts[locale];
  const stopping = new AbortController();
  void asked.then(() => stopping.abort());
  const report = (share: number, what: string) => terminal.progress(Math.min(share, 0.99), what);
  terminal.progress(0, texts.building);
  try {
    const address = serving.localAddress;
    const isWhole = await buildExample({ address, locale, unfinished, report, signal: stopping.signal });
    if (!isWhole) return terminal.tell(texts.buildsOn);
    await unfinished.forget();
    terminal.progress(1, texts.built);
  } catch (error) {
    serving.services.log.info({ err: error }, 'the guided examples were not built');
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
