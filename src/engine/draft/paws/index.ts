export { drawPaw, furOf, type Manner, type Paw } from './draw-paw.js';
