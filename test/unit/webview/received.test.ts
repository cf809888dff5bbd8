import { describe, expect, it } from 'vitest';
import { ComparisonSender } from '../../../client/src/model/comparisonMessages.ts';
import type { ComparisonShown, Question, ToView } from '../../../client/webview/messages.ts';
import { ReceivedQuestions } from '../../../client/webview/model/received.ts';
import { manySources } from '../../webview/synthetic.ts';

const before = manySources(40, 60);

/** Another overview of the same texts: equal, but no object is the same. */
const again = (): typeof before => structuredClone(before);

function sent(messages: ToView<ComparisonShown>[]): Question[] {
  return messages.flatMap((message) => (message.type === 'questions' ? message.questions : []));
}

/** The questions that a page has after the messages. */
function shown(page: ReceivedQuestions, messages: ToView<ComparisonShown>[]): Question[] {
  let questions: Question[] = [];
  for (const message of messages)
    if (message.type === 'questions') page.add(message.questions);
    else questions = page.pick(message.data.questions);
  return questions;
}

describe('a comparison that is sent to a page', () => {
  it('comes in parts, and is whole when it is shown', () => {
    const messages = new ComparisonSender().messagesFor(before);
    expect(messages.length).toBeGreaterThan(2);
    expect(messages.at(-1)?.type).toBe('show');
    expect(shown(new ReceivedQuestions(), messages)).toEqual(before.questions);
  });

  it('is after an edit only what the edit has changed', () => {
    const sender = new ComparisonSender();
    const page = new ReceivedQuestions();
    const first = shown(page, sender.messagesFor(before));
    const after = again();
    after.questions.splice(3, 1);
    after.questions.reverse();
    const [changed] = after.questions as [Question];
    changed.explanation = 'One is a round figure.';
    const messages = sender.messagesFor(after);
    expect(sent(messages)).toEqual([changed]);
    const second = shown(page, messages);
    expect(second).toEqual(after.questions);
    // What is the same object is not drawn anew.
    expect(second[1]).toBe(first.at(-2));
  });

  it('is sent again where it was gone in between', () => {
    const sender = new ComparisonSender();
    const page = new ReceivedQuestions();
    for (const data of [before, { ...before, questions: [] }]) shown(page, sender.messagesFor(data));
    expect(shown(page, sender.messagesFor(again()))).toEqual(before.questions);
  });
});
