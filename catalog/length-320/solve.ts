export { solve } from '../length-5/solve.js';
