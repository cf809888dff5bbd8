import type { Question } from '../messages.ts';

/** The questions that have come so far. One that has not changed stays the same object, and is not drawn anew. */
export class ReceivedQuestions {
  #known = new Map<string, Question>();

  add(questions: Question[]): void {
    for (const question of questions) this.#known.set(question.id, question);
  }

  /** The questions of some ids, in their order; the others are forgotten. */
  pick(ids: string[]): Question[] {
    const questions = ids.flatMap((id) => this.#known.get(id) ?? []);
    this.#known = new Map(questions.map((question) => [question.id, question]));
    return questions;
  }
}
