export type { CommandContext, Output } from './command-context.js';
export { main } from './main.js';
