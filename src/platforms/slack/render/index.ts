export { paragraphs, picture, pictureIn, plain, REVEAL } from './blocks.js';
export { type CardContent, cardContent } from './card-message.js';
export { modalView, readOrigin, submittedFields } from './modal.js';
export { homeBlocks, replyContent, replyText } from './reply-message.js';
export { clean, escapeText } from './text-out.js';
