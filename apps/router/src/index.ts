export { RouterConfig } from './config.js';
