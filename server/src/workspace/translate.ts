import { t as inLanguage, t } from '@vscode/l10n';
import type { Contradiction, Explanation, Filling, Told } from '../analysis/model.ts';

/**
 * A contradiction with its question and explanation in the language of the process. In English it is the same object.
 * A word for which a language has none of its own is quoted in English, for the sources are.
 */
export function translated(contradiction: Contradiction): Contradiction {
  const { told } = contradiction;
  if (!told || inLanguage(told.question.template) === told.question.template) return contradiction;
  return { ...contradiction, question: inWords(told.question), explanation: explained(told.explanation) };
}

function inWords({ template, fill }: Told): string {
  return inLanguage(template, ...fill.map(named));
}

/** What an action is called: the key of its translation. */
const ACTION = 'what happens, as a noun';

function named(filling: Filling): string {
  if (typeof filling === 'string') return filling;
  const { word, action } = filling;
  const noun = action && inLanguage({ message: action, args: [], comment: [ACTION] });
  return noun && noun !== action ? noun : `“${word}”`;
}

function explained({ sides, reason }: Explanation): string {
  const told = sides.map(({ source, says, others }) =>
    others > 0 ? t('{0} says “{1}” (and {2} more)', source, says, others) : t('{0} says “{1}”', source, says),
  );
  const why = inLanguage(reason);
  return `${told.join('; ')}. ${why.charAt(0).toUpperCase()}${why.slice(1)}${why && '.'}`.trim();
}
