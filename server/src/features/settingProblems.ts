import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { type Connection, MessageType } from 'vscode-languageserver';
import type { FolderProblem } from '../clientSide.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { childUri, fileName } from '../workspace/uri.ts';
import { showMessage } from './annotationFile.ts';

const SETTINGS_FILE = '.vscode/settings.json';

/** Tells the user of malformed settings: where they stand, what was expected, and what goes on to hold. */
export class SettingProblems {
  #told = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly fs: FileSystem,
  ) {}

  /** Takes all problems that there are now. Each is told once, until it is gone. */
  async tell(problems: FolderProblem[]): Promise<void> {
    const before = this.#told;
    const messages = await Promise.all(problems.map((problem) => this.#messageOf(problem)));
    this.#told = new Set(messages.filter((_, i) => isOwn(problems, i)));
    for (const message of this.#told) {
      if (before.has(message)) continue;
      this.connection.console.warn(message);
      showMessage(this.connection, MessageType.Warning, message);
    }
  }

  async #messageOf({ folder, setting, expected, used }: FolderProblem): Promise<string> {
    const line = folder && (await this.#lineOf(folder, setting));
    const place = line ? `${fileName(folder)}/${SETTINGS_FILE}, line ${line}: ` : '';
    return `${place}Setting ${setting}: expected ${expected}; ${JSON.stringify(used)} goes on to hold.`;
  }

  /** Where the folder's own file of settings has the setting, from 1; undefined where it does not. */
  async #lineOf(folder: string, setting: string): Promise<number | undefined> {
    const bytes = await this.fs.readFile(childUri(folder, SETTINGS_FILE)).catch(() => undefined);
    if (!bytes) return undefined;
    const text = new TextDecoder().decode(bytes);
    const tree = parseTree(text);
    const node = tree && findNodeAtLocation(tree, [setting]);
    return node && text.slice(0, node.offset).split('\n').length;
  }
}

/** The settings outside all folders come with each folder again: one that they share is told of for the folder. */
function isOwn(problems: FolderProblem[], index: number): boolean {
  const { folder, setting } = problems[index] as FolderProblem;
  return folder !== undefined || !problems.some((each) => each.folder !== undefined && each.setting === setting);
}
