/**
 * Words for weather that somebody is in, by the caption names of what shows it above him. Words as in `LanguageTable`,
 * in whatever language.
 */
export const WEATHER: readonly { readonly names: readonly string[]; readonly words: string }[] = [
  {
    names: ['rainy street', 'cloud with rain'],
    words: `rain the_rain regen pluie lluvia chuva pioggia deszcz deszczu дождь дожде дождем дощ дощі déšť dešti dážď daždi yağmur yağmurda regnet 雨 비`,
  },
  {
    names: ['winter landscape', 'cloud with snow', 'snowflake'],
    words:
      'snow the_snow snowstorm blizzard snowfall schneesturm schnee neige nieve neve sneeuw śnieg śniegu снег снегу сніг снігу sníh sněhu kar karda snön 雪 눈',
  },
  {
    names: ['sun'],
    words:
      'sun the_sun sunshine the_sunshine sonne soleil sol sole zon słońce słońcu солнце солнцем сонце slunce slunci güneş güneşte solen 太陽 햇볕',
  },
  {
    names: ['stormy night', 'cloud with lightning and rain'],
    words: 'storm the_storm thunderstorm sturm gewitter orage tormenta tempestade tempesta burza burzy гроза грозу',
  },
];

/** What is at sea, by caption names, and where it is in weather: on open water in its air but where this says more. */
export const AFLOAT: ReadonlySet<string> = new Set([
  'sailboat',
  'ship',
  'speedboat',
  'person rowing boat',
  'canoe',
  'whale',
  'spouting whale',
  'dolphin',
]);
export const AT_SEA: Readonly<Record<string, string>> = { 'stormy night': 'stormy sea' };
export const OPEN_WATER = 'open sea';

/** Words for what a day is like, which is above whoever is named behind it: “**rainy day** frog”. */
/** Weather that nobody sees; its picture is a face that blows. */
export const UNSEEN_WEATHER =
  'wind the_wind breeze the_breeze vent viento vento wiatr wietrze ветер ветру ветре вітер вітрі rüzgar rüzgarda vítr větru vietor vetre 風 바람';
export const WEATHERED = 'rainy sunny snowy stormy cloudy regnerisch sonnig verschneit';
