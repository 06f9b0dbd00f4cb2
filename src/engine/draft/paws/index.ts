export { drawMark, isBodily, type MarkShape } from './draw-mark.js';
export { commonestOf, drawPaw, edgeColour, furOf, type Manner, type Paw } from './draw-paw.js';
