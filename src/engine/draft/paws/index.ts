export { drawMark, type MarkShape } from './draw-mark.js';
export { drawPaw, furOf, type Manner, type Paw } from './draw-paw.js';
