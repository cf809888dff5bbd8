import type { ContradictionKind, Span } from '../model.ts';

/** What a statement asserts, made comparable. */
export interface Claim {
  kind: ContradictionKind;
  statement: Span;
  focus: Span;
}
