export { createComfyui } from './comfyui.js';
