export { apiOf, createBotApp } from './bot-app.js';
