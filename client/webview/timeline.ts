export function startTimeline(_root: HTMLElement): void {}
