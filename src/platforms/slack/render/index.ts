export { paragraphs, picture, pictureIn, plain, REVEAL } from './basic.js';
export { type CardContent, cardContent } from './card.js';
export { modalView, readOrigin, submittedFields } from './modal.js';
export { homeBlocks, replyContent, replyText } from './reply.js';
export { clean, escapeText } from './text-out.js';
