import { isDeepStrictEqual } from 'node:util';
import type { ComparisonData, ComparisonShown, Question, ToView } from '../../webview/messages.ts';

/** About how many statements go in one message: what a page takes in at once, before it can answer the reader again. */
const statementsOfMessage = 400;

/** Tells one page of a comparison: the questions that are not as it has them, in small messages, then what it is to show. */
export class ComparisonSender {
  #sent = new Map<string, Question>();

  messagesFor({ questions, ...rest }: ComparisonData): ToView<ComparisonShown>[] {
    const changed = questions.filter((question) => !isDeepStrictEqual(this.#sent.get(question.id), question));
    this.#sent = new Map(questions.map((question) => [question.id, question]));
    return [
      ...inParts(changed).map((questions) => ({ type: 'questions' as const, questions })),
      { type: 'show', data: { ...rest, questions: questions.map(({ id }) => id) } },
    ];
  }
}

function inParts(questions: Question[]): Question[][] {
  const parts: Question[][] = [];
  let room = 0;
  for (const question of questions) {
    if (room <= 0) {
      parts.push([]);
      room = statementsOfMessage;
    }
    parts.at(-1)?.push(question);
    room -= question.answers.reduce((sum, { statements }) => sum + statements.length, 0);
  }
  return parts;
}
