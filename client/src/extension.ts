import { commands, type ExtensionContext, window } from 'vscode';
import { RescanRequest } from '../../server/src/protocol.ts';
import { registerNavigation } from './commands/navigate.ts';
import { registerSideBySide } from './commands/sideBySide.ts';
import { registerSourceChoice } from './commands/sourceChoice.ts';
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
  const log = window.createOutputChannel('Crossread', { log: true });
  const running = new ServerProcess(context, log);
  const store = new OverviewStore(running);
  server = running;
  context.subscriptions.push(
    log,
    store,
    ...createContradictionsView(context, store),
    ...createEntitiesView(running, store),
    ...createSourcesView(store),
    ...createStatusBar(store),
    ...createComparison(context, store),
    ...createEntityPage(context, running, store),
    ...createTimeline(context, running, store),
    registerEntityLink(running, store),
    ...registerNavigation(store),
    ...registerSideBySide(running, store),
    ...registerSourceChoice(),
    commands.registerCommand('crossread.rescan', () => running.request(RescanRequest)),
    commands.registerCommand('crossread.restartServer', () => running.restart()),
    commands.registerCommand('crossread.showLog', () => log.show()),
  );
  void running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}
