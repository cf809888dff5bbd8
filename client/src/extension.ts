import { config } from '@vscode/l10n';
import { commands, type ExtensionContext, env, l10n, window } from 'vscode';
import { RescanRequest } from '../../server/src/protocol.ts';
import { registerCorrections } from './annotations/corrections.ts';
import { registerExchange } from './annotations/exchange.ts';
import { Notes } from './annotations/notes.ts';
import { registerVerdicts } from './annotations/verdicts.ts';
import { registerWatchList } from './annotations/watchList.ts';
import { Choice } from './commands/choice.ts';
import { registerNavigation } from './commands/navigate.ts';
import { registerPeek } from './commands/peek.ts';
import { registerReport } from './commands/report.ts';
import { registerSamples } from './commands/samples.ts';
import { registerSideBySide } from './commands/sideBySide.ts';
import { registerSourceChoice } from './commands/sourceChoice.ts';
import { followReader } from './editor/context.ts';
import { createHoverLinks } from './editor/hoverLinks.ts';
import { TextMarks } from './editor/marks.ts';
import { writeAsIn } from './model/words.ts';
import { OverviewStore } from './overview.ts';
import { ServerProcess } from './serverProcess.ts';
import { createContradictionsView } from './views/contradictions.ts';
import { createEntitiesView } from './views/entities.ts';
import { createSourcesView } from './views/sources.ts';
import { createStatusBar } from './views/statusBar.ts';
import { createComparison } from './webviews/comparison.ts';
import { createEntityPage } from './webviews/entity.ts';
import { registerEntityLink } from './webviews/entityLink.ts';
import { createTimeline } from './webviews/timeline.ts';

let server: ServerProcess | undefined;

/** Starts the server and puts the views and commands in place; all work is the server's. */
export function activate(context: ExtensionContext): void {
  config({ contents: l10n.bundle ?? {} });
  writeAsIn(env.language);
  const log = window.createOutputChannel('Crossread', { log: true });
  const running = new ServerProcess(context, log);
  const store = new OverviewStore(running);
  const choice = new Choice(running, store);
  server = running;
  context.subscriptions.push(
    log,
    store,
    ...createContradictionsView(context, store),
    ...createEntitiesView(running, store, choice),
    ...createSourcesView(store),
    ...createStatusBar(store),
    ...registerNavigation(running, store),
    ...registerSideBySide(choice),
    ...registerPeek(choice),
    ...registerReport(running, choice),
    ...createComparison(context, store),
    ...createEntityPage(context, running, store),
    ...createTimeline(context, running, store),
    registerEntityLink(running, store),
    ...registerSourceChoice(),
    ...registerVerdicts(running, choice),
    new Notes(running, store),
    ...registerCorrections(running, store, choice),
    ...registerExchange(running),
    ...registerWatchList(choice),
    ...registerSamples(context),
    ...followReader(store),
    createHoverLinks(running, store),
    new TextMarks(context, store),
    commands.registerCommand('crossread.rescan', () => running.request(RescanRequest)),
    commands.registerCommand('crossread.cancelScan', () => running.cancelScan()),
    commands.registerCommand('crossread.restartServer', () => running.restart()),
    commands.registerCommand('crossread.showLog', () => log.show()),
  );
  void running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
