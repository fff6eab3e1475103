export { solve } from '../channel-prompt/solve.js';
