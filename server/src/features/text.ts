/** Source text as the features show it. */
export { excerpt, harmless, shorten } from '../report/text.ts';
