import type { Air } from '../../finishes/index.js';

/**
 * Words for an hour, a light or what is in the air, which is all over a picture and no thing beside others, by language
 * (ISO 639). Words as in `LanguageTable`.
 */
export const AIR_WORDS: Readonly<Record<string, Partial<Readonly<Record<Air, string>>>>> = {
  en: {
    night:
      'nite at_nite the_nite tonight tonite nighttime night-time night_time midnight late_at_night moonlit starlit in_the_dead_of_night in_the_middle_of_the_night',
    dusk: 'dusk at_dusk twilight at_twilight nightfall golden_hour at_golden_hour sundown at_sundown in_the_evening_sun',
    dawn: 'dawn at_dawn daybreak at_daybreak sunup at_sunup early_morning in_the_early_morning first_light at_first_light',
    aurora:
      'aurora auroras the_aurora aurora_borealis the_aurora_borealis aurora_australis northern_lights the_northern_lights northern_light southern_lights polar_lights',
    fog: 'misty in_the_mist in_mist foggy haze hazy',
    wind: 'windy in_a_gale gale gales gusts',
    confetti: 'confetti streamers_and_confetti confetti_everywhere celebration celebrations',
  },
  de: {
    dusk: 'dämmerung abenddämmerung in_der_abenddämmerung in_der_dämmerung abendrot im_abendrot',
    dawn: 'morgendämmerung in_der_morgendämmerung im_morgengrauen morgengrauen morgenrot',
    aurora: 'polarlicht polarlichter polarlichtern nordlicht nordlichter nordlichtern',
    confetti: 'konfetti',
  },
  fr: {
    dusk: 'crépuscule au_crépuscule',
    dawn: "aube à_l'aube l'aube aurore_du_matin",
    aurora: 'aurore_boréale aurores_boréales',
    confetti: 'confettis',
  },
  es: {
    dusk: 'crepúsculo anochecer al_anochecer',
    dawn: 'madrugada de_madrugada alba al_alba',
    aurora: 'aurora_boreal auroras_boreales luces_del_norte',
    confetti: 'confeti celebración',
  },
  pt: {
    dusk: 'crepúsculo anoitecer ao_anoitecer',
    dawn: 'madrugada de_madrugada ao_amanhecer',
    aurora: 'aurora_boreal auroras_boreais',
    confetti: 'confete confetes comemoração',
  },
  it: {
    dusk: 'crepuscolo al_crepuscolo imbrunire',
    dawn: "all'alba",
    aurora: 'aurora_boreale aurore_boreali',
    confetti: 'coriandoli',
  },
  nl: { dusk: 'schemering in_de_schemering', dawn: 'ochtendgloren dageraad', aurora: 'noorderlicht poollicht' },
  pl: {
    dusk: 'zmierzch o_zmierzchu',
    dawn: 'świt o_świcie',
    aurora: 'zorza_polarna zorzą_polarną zorza',
    confetti: 'konfetti',
  },
  ru: {
    dusk: 'сумерки в_сумерках',
    dawn: 'на_рассвете',
    aurora: 'северное_сияние северным_сиянием полярное_сияние',
    confetti: 'конфетти',
  },
  uk: { dusk: 'сутінки в_сутінках', dawn: 'на_світанку', aurora: 'північне_сяйво полярне_сяйво', confetti: 'конфеті' },
  tr: { dusk: 'alacakaranlıkta', aurora: 'kuzey_ışıkları', confetti: 'konfeti' },
  ja: { dusk: '夕暮れ 夕暮れの', dawn: '夜明け 夜明けの', aurora: 'オーロラ オーロラの', confetti: '紙吹雪' },
  zh: { dusk: '黄昏', dawn: '黎明', aurora: '极光 北极光', confetti: '彩纸屑' },
  ko: { dusk: '황혼', dawn: '새벽 새벽에', aurora: '오로라 북극광', confetti: '색종이_조각' },
  hi: { dusk: 'गोधूलि', dawn: 'भोर', aurora: 'उत्तरी_ध्रुवीय_ज्योति ध्रुवीय_ज्योति' },
  ar: { dusk: 'الغسق', dawn: 'الفجر', aurora: 'الشفق_القطبي' },
};

/** Words for being in weather that somebody moves in, in whatever language; elsewhere they say nothing. */
export const THROUGH = `through into across amid amidst during despite throughout under in durch während im pendant dans à_travers sous durante bajo en a_través_de attraverso
  sotto door tijdens przez podczas сквозь через во_время`;
