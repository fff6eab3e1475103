export { prepare } from '../channel-prompt/prepare.js';
