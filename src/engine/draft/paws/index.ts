export { drawPaw, furOf, type Manner } from './draw-paw.js';
