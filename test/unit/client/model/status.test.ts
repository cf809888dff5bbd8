import { describe, expect, it } from 'vitest';
import { type Situation, statusText, viewState } from '../../../../client/src/model/status.ts';

const found = { sources: 5, entities: 40, contradictions: 1 };
const nothing = { sources: 0, entities: 0, contradictions: 0 };
const running = { server: 'running', hasFolder: true, shown: 5 } as const;

describe('the state of the views', () => {
  it.each<[string, Situation]>([
    ['scanning', { ...running, server: 'starting' }],
    ['scanning', running],
    ['scanning', { ...running, changed: { ...found, scan: { done: 1, total: 9 } } }],
    ['ready', { ...running, changed: found }],
    ['scanning', { ...running, changed: found, shown: 0 }],
    ['noSources', { ...running, changed: nothing }],
    ['noFolder', { ...running, hasFolder: false }],
    ['noFolder', { ...running, hasFolder: false, changed: nothing }],
    ['ready', { ...running, hasFolder: false, changed: found }],
    ['stopped', { ...running, server: 'stopped', changed: found }],
  ])('is %s', (state, situation) => {
    expect(viewState(situation)).toBe(state);
  });
});

describe('the status bar item', () => {
  it('counts contradictions and sources', () => {
    expect(statusText({ ...running, changed: found })).toEqual({
      text: '$(diff) 1 $(files) 5',
      tooltip: 'Crossread: 1 contradiction in 5 sources',
    });
  });

  it('shows how far a scan is', () => {
    const said = statusText({ ...running, changed: { ...found, scan: { done: 1200, total: 9000 } } });
    expect(said).toEqual({
      text: '$(loading~spin) 1200/9000',
      tooltip: 'Crossread is reading: 1200 of 9000 files. Click to stop.',
    });
  });

  it('is not there without sources, whatever else goes on', () => {
    expect(statusText(running)).toBeUndefined();
    expect(statusText({ ...running, changed: nothing })).toBeUndefined();
    expect(statusText({ ...running, changed: { ...nothing, scan: { done: 0, total: 1 } } })).toBeUndefined();
  });

  it('says so when the server has stopped', () => {
    expect(statusText({ ...running, server: 'stopped', changed: found })?.tooltip).toContain('Restart Server');
  });
});
