import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import english from '../../../package.nls.json' with { type: 'json' };
import { semanticTokensLegend } from '../../../server/src/features/semanticTokens.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../../server/src/workspace/settings.ts';

const { contributes } = manifest;

describe('the settings in package.json', () => {
  it('have the defaults that the server has without a client', () => {
    const raw: Record<string, unknown> = {};
    for (const { properties } of contributes.configuration)
      for (const [name, property] of Object.entries(properties)) set(raw, name.split('.').slice(1), property.default);
    // The client alone reads these.
    const { trace: _, decorations: __, tags: ___, ...settings } = raw;
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });
});

describe('restricted mode', () => {
  it('ignores the folder’s own settings of what is read and who annotates, all of which exist', () => {
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const known = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    expect(supported).toBe('limited');
    expect(restrictedConfigurations).toEqual([
      ...['crossread.include', 'crossread.exclude', 'crossread.sources', 'crossread.maximumFileSize'],
      'crossread.maximumSources',
      'crossread.author',
    ]);
    for (const setting of restrictedConfigurations) expect(known).toContain(setting);
  });
});

describe('the menus and keys in package.json', () => {
  const commands = new Set(contributes.commands.map(({ command }) => command));

  it('name commands that exist', () => {
    const named = Object.values(contributes.menus)
      .flat()
      .flatMap((item) => ('command' in item ? item.command : []));
    for (const command of [...named, ...contributes.keybindings.map(({ command }) => command)])
      expect(commands).toContain(command);
  });

  it('let the keyboard reach every command: by the palette, or by a menu or a button that keys can open', () => {
    const { commandPalette, ...menus } = contributes.menus;
    const hidden = commandPalette.flatMap(({ command, when }) => (when === 'false' ? [command] : []));
    // The buttons of a row in a tree are for the mouse; its menu opens by Shift+F10.
    const reached = Object.entries(menus).flatMap(([menu, items]) =>
      items.flatMap((item) =>
        'command' in item && !(menu === 'view/item/context' && item.group.startsWith('inline')) ? item.command : [],
      ),
    );
    for (const command of hidden) expect(reached).toContain(command);
  });

  it('lead the buttons of empty views and of the walkthrough to commands of VS Code or of this extension', () => {
    const targets = Object.values(english).flatMap((text) => text.match(/(?<=command:)[\w.]+/g) ?? []);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) if (/^crossread\.(?!\w+\.focus$)/.test(target)) expect(commands).toContain(target);
  });
});

describe('the colors of names', () => {
  it.each(contributes.semanticTokenScopes)('are given for each type of entity in $language', ({ scopes }) => {
    expect(Object.keys(scopes).sort()).toEqual([...semanticTokensLegend.tokenTypes].sort());
  });
});

it('names files that exist', () => {
  const files = [
    manifest.icon,
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.image)]),
    ...contributes.languages.map(({ configuration }) => configuration),
  ];
  for (const file of files) expect(existsSync(new URL(`../../../${file}`, import.meta.url)), file).toBe(true);
});

function set(target: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  target[key] ??= {};
  set(target[key] as Record<string, unknown>, rest, value);
}
