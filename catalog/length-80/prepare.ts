export { prepare } from '../length-5/prepare.js';
