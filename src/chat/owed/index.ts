export { type Debt, type OwedAnswers, OwedBook } from './owed-book.js';
export { createOwedLoop } from './owed-loop.js';
