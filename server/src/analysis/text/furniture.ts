import type { Line } from './lines.ts';

/** What a page wraps around an article, each with the most words that such a line has. */
const BOILERPLATE: [most: number, form: RegExp][] = [
  [20, /^(?:subscribe|sign (?:up|in)|log in|register) (?:to|for|now|here|today|with|and)\b/i],
  [20, /^(?:get|download|join|support) (?:the|our|us|my)\b.{0,60}\b(?:newsletter|app|journalism)\b/i],
  [25, /^follow (?:us|our|@|the latest|.{1,30} on (?:twitter|x|facebook|instagram|whatsapp|telegram|google news)\b)/i],
  [20, /^(?:click|tap) (?:here|to)\b/i],
  [4, /^(?:share|print|e-?mail|save|tweet|facebook|twitter|whatsapp|linkedin|reddit|link)(?:$| (?:this|on|via|\())/i],
  [4, /^(?:\d+ )?comments?(?:$| \()/i],
  [3, /^(?:copy link|advertisements?|advertising|sponsored(?: content)?|continue reading|back to top|loading)[.…]*$/i],
  [8, /^(?:skip (?:to|ad)|(?:story|article) continues (?:below|after)|show more|load more|explore more on)\b/i],
  [8, /^(?:most (?:viewed|popular)|reuse this content|purchase licensing rights|our standards:)/i],
  [20, /\bopens (?:in )?(?:a )?new (?:tab|window)\b/i],
  // Links to other articles name themselves before a colon or a bar.
  [40, /^(?:read (?:more|also|next)|see also|also read|more|most read|recommended|up next|don['’]t miss)\s?[:|–—]/i],
  [
    40,
    /^(?:related(?: articles?| stor(?:y|ies)| content| links?)?|you may also like|watch(?: live| now)?|listen)\s?[:|–—]/i,
  ],
  [30, /^(?:tags?|topics?|filed under|categor(?:y|ies))\s?:/i],
  [40, /^(?:we use|(?:this|our) (?:web)?site uses) cookies\b/i],
  [40, /^by (?:clicking|continuing|using|signing up)\b.{0,80}\b(?:cookies?|privacy|terms|agree)\b/i],
  [30, /\ball rights reserved\b/i],
  [1, /^(?:https?:\/\/|www\.)\S+$/i],
];

/** Invitations, links, notices and other lines that are about the page and not about the news. */
export function isBoilerplate({ text, words }: Line): boolean {
  if (words <= 40 && isCopyright(text)) return true;
  if (words <= 20 && /^#\w/.test(text) && text.split(/\s+/).every((word) => word.startsWith('#'))) return true;
  return BOILERPLATE.some(([most, form]) => words <= most && form.test(text));
}

/** A notice of rights, as opposed to the © before a photographer's name. */
export function isCopyright(text: string): boolean {
  return /^(?:copyright (?:©|\(c\)|(?:19|20)\d\d|by\b)|\(c\)\s|©\s?(?:19|20)\d\d|©.*\brights\b)/i.test(text);
}

/** Names of sections, and what stands beside a picture, an advertisement or a list of links. */
const LABELS = new Set(
  [
    'politics, world, business, economy, markets, money, sport, sports, health, science, technology, tech, culture, travel',
    'opinion, analysis, explainer, fact check, entertainment, lifestyle, local, national, international, news, latest news',
    'europe, asia, africa, americas, middle east, us, u.s, uk, top stories, breaking, breaking news, live, live updates',
    'exclusive, featured, trending, recommended, most read, related, related articles, related stories, related content',
    'related article, related story, related links, related topics, related news, read more, more, more news, more stories, topics, tags, watch, listen',
    'video, photo, photos, image, images, picture, pictures, gallery, caption, graphic, file photo, advertisement, sponsored',
    'summary, key points, key takeaways, highlights, in brief, in this article',
  ].flatMap((row) => row.split(', ')),
);
/** The name of a template's part that a scraper took for text: "PostImage", "HeroVideo". */
const TEMPLATE_PART = /^(?:\p{Lu}\p{Ll}+)+(?:Image|Photo|Video|Gallery|Thumbnail|Icon|Logo|Banner)$/u;

/** "5 minute read", "14 hours ago"; and lines of dashes or stars that part a text. */
const MEASURE = /^\d{1,3}[ -]?(?:min(?:ute)?s?|hours?|days?)(?: ago| read)?$/i;
const RULE = /^[^\p{L}\p{N}]+$/u;

/** A word or two that names a section of the page or the kind of what follows. */
export function isLabel({ text, words }: Pick<Line, 'text' | 'words'>): boolean {
  if (words <= 8 && RULE.test(text)) return true;
  if (words > 3) return false;
  if (MEASURE.test(text)) return true;
  return LABELS.has(text.replace(/\s?[.:|]$/, '').toLowerCase()) || TEMPLATE_PART.test(text);
}
