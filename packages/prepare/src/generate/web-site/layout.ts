import type { ProfilePage } from './profile-page.js';
import type { ProfileWords } from './profile-words.js';

/** The HTML of one page in the manner of one site. */
export type Layout = (page: ProfilePage, words: ProfileWords) => string;
