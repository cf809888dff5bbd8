import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { speak } from './report/language.ts';

/**
 * Has the process speak the language of the client, where there is a translation into it.
 *
 * @param folder where the translations lie, as `bundle.l10n.<language>.json`
 * @param locale the client's, as in `initialize`: "de" or "pt-BR"
 */
export function speakAs(folder: string, locale: string | undefined): void {
  const tag = locale?.toLowerCase() ?? '';
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(tag)) return;
  for (const language of [tag, tag.split('-')[0] as string]) {
    const bundle = read(join(folder, `bundle.l10n.${language}.json`));
    if (!bundle) continue;
    speak(language, bundle);
    return;
  }
}

function read(path: string) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
