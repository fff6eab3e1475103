export { checks } from '../length-5/check.js';
