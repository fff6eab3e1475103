export { checks } from '../channel-prompt/check.js';
