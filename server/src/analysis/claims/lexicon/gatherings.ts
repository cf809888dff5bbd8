/** To what people come together, each time in one place: nouns, singular. */
export const GATHERINGS = new Set(
  `concert match game festival conference exhibition test race final semifinal wedding service rally vigil congress show tournament auction debate
  funeral meeting talk negotiation ceremony summit hearing trial session party dinner reception opening premiere inauguration briefing parade march
  protest demonstration procession gathering`.split(/\s+/),
);
