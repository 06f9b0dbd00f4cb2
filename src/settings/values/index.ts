export { priceList } from './prices.js';
export {
  flag,
  httpUrl,
  proxy,
  type SettingsGroup,
  secret,
  setting,
  shared,
  text,
  url,
  type Values,
  whole,
} from './setting.js';
