import { type Feeling, MOODS_SAID } from './feelings.js';

/** What is done at a moment, with whom it is done in what mood and place. */
const DOINGS: readonly Feeling[] = [
  {
    words: `gym workout work_out gym_time gym_day gym_session leg_day arm_day chest_day workout_time workout_session after_gym after_the_gym post_gym post_workout after_workout after_the_workout
      pre_workout gains fitness_mode nach_dem_training nach_dem_sport beim_training après_le_sport après_la_salle después_del_gym después_del_gimnasio dopo_la_palestra depois_da_academia
      na_het_sporten po_siłowni po_treningu после_зала после_тренировки після_тренування spordan_sonra 筋トレ後 健身后 운동_후`,
    named: 'gym workout work_out gains',
    face: 'grinning_face_with_sweat',
    beside: 'dumbbell',
    stand: 'holding',
    places: ['gym'],
  },
  {
    words: `movie_night movies_night film_night movie_marathon movie_evening movie_time netflix_night netflix_and_chill binge_watching binge_watch cinema_night filmabend kinoabend serienabend soirée_film
      soirée_cinéma noche_de_películas noche_de_pelis noche_de_cine serata_film serata_cinema noite_de_filmes noite_de_cinema filmavond wieczór_filmowy вечер_кино киновечер кіновечір film_gecesi
      映画の夜 电影之夜 영화의_밤`,
    face: 'beaming_face_with_smiling_eyes',
    beside: 'popcorn',
    stand: 'holding',
    places: ['living room'],
    airs: ['night'],
  },
  {
    words: `gaming gaming_session gaming_time gaming_mode gaming_marathon game_night games_night game_time video_game_night videogame_night zockerabend zocken spieleabend
      soirée_jeux soirée_gaming noche_de_juegos sesión_de_juegos serata_giochi noite_de_jogos gameavond spelletjesavond noc_gier игровой_вечер ігровий_вечір oyun_gecesi ゲームの夜 游戏之夜 게임의_밤`,
    named: 'gaming zocken',
    face: 'star-struck',
    beside: 'game_controller',
    stand: 'holding',
    places: ['living room'],
  },
  {
    words: `coding_session coding_night coding_time coding_marathon late_night_coding programming_session all-nighter all_nighter pulling_an_all-nighter pulling_an_all_nighter
      nuit_blanche noche_en_vela`,
    face: 'face_with_bags_under_eyes',
    beside: 'laptop',
    stand: 'behind',
    places: ['office'],
    airs: ['night'],
  },
  {
    words: `study_with_me study_session study_time study_night study_mode study_day study_break studying_session studying_time lern_mit_mir lernsession lernzeit session_de_révision
      étudie_avec_moi estudia_conmigo sesión_de_estudio studia_con_me estude_comigo studeer_met_mij ucz_się_ze_mną учись_со_мной benimle_çalış 勉強しよう 一起学习 같이_공부해요`,
    face: 'nerd_face',
    beside: 'open_book',
    stand: 'holding',
    places: ['library'],
  },
  {
    words: `back_to_school first_day_of_school first_day_back schulanfang erster_schultag zurück_in_die_schule rentrée la_rentrée rentrée_des_classes vuelta_al_cole regreso_a_clases
      vuelta_a_clases ritorno_a_scuola volta_às_aulas terug_naar_school powrót_do_szkoły снова_в_школу первое_сентября знову_до_школи okula_dönüş 新学期 开学 개학`,
    face: 'nerd_face',
    beside: 'backpack',
    stand: 'wearing',
    places: ['classroom'],
  },
  {
    words: `date_night romantic_night romantic_evening romantic_dinner candlelight_dinner candlelit_dinner dinner_date romantischer_abend soirée_romantique dîner_romantique noche_romántica cena_romántica
      serata_romantica jantar_romântico romantische_avond romantyczny_wieczór романтический_вечер романтический_ужин романтичний_вечір romantik_akşam`,
    face: 'smiling_face_with_hearts',
    beside: 'rose',
    stand: 'holding',
    places: ['restaurant'],
  },
  {
    words: `self_care self-care self_care_day self-care_day self_care_sunday self-care_sunday self_care_night selfcare spa_day spa_time pamper_day pamper_night wellness wellness_day wellnesstag me_time bubble_bath_time
      journée_bien-être día_de_spa día_de_autocuidado giornata_spa dia_de_spa verwendag dzień_spa день_спа`,
    named: 'wellness',
    face: 'relieved_face',
    beside: 'bathtub',
    stand: 'in',
  },
  {
    words: `beach_day beach_vibes beach_time beach_mood summer_vacation summer_vacations summer_break summer_vibes summer_mood summer_feeling summer_feelings summer_days summer_mode hot_girl_summer
      beach_vacation island_vacation strandtag sommerurlaub sommerferien sommergefühl sommerfeeling sommerlaune journée_plage jour_de_plage vacances_d'été grandes_vacances día_de_playa vacaciones_de_verano
      giornata_al_mare vacanze_estive dia_de_praia férias_de_verão stranddag zomervakantie zomergevoel dzień_na_plaży wakacje_letnie letnie_wakacje пляжный_день летние_каникулы
      літні_канікули yaz_tatili 夏休み 暑假 여름_방학 여름휴가`,
    face: 'cool_face',
    beside: 'tropical_drink',
    stand: 'holding',
    places: ['beach', 'beach with umbrella'],
  },
  {
    words: `pool_party pool_day pool_time pool_vibes poolparty pooltag fiesta_en_la_piscina journée_piscine festa_in_piscina zwembadfeest`,
    face: 'cool_face',
    beside: 'tropical_drink',
    stand: 'holding',
    places: ['swimming pool'],
  },
  {
    words: `road_trip roadtrip road_trip_time road_trip_vibes`,
    face: 'cool_face',
    beside: 'car',
    stand: 'in',
  },
  {
    words: `camping_trip camping_weekend camping_night camping_vibes campfire_night campingwochenende campingausflug week-end_camping fin_de_semana_de_camping`,
    face: 'smiling_face',
    beside: 'campfire',
    places: ['forest at night', 'forest'],
  },
  {
    words: `touch_grass touch_some_grass touching_grass go_touch_grass go_touch_some_grass touched_grass went_outside going_outside fresh_air`,
    face: 'relieved_face',
    beside: 'flower',
    stand: 'holding',
    places: ['meadow'],
  },
  {
    words: `picnic_day picnic_time picnic_vibes picnic_date picknicktag`,
    face: 'face_savoring_food',
    beside: 'picnic_basket',
    places: ['meadow'],
  },
  {
    words: `bbq_time bbq_day bbq_night bbq_season bbq_party barbecue_time barbecue_day barbecue_party cookout grillabend grillparty grillsaison soirée_barbecue noche_de_asado grigliata churrascada`,
    named: 'cookout grigliata',
    face: 'face_savoring_food',
    beside: 'grill',
    places: ['garden'],
  },
  {
    words: `coffee_first but_first_coffee but_coffee_first first_coffee coffee_please coffee_asap coffee_o'clock erst_kaffee erst_mal_kaffee erstmal_kaffee d'abord_un_café primero_café
      primero_el_café prima_il_caffè primeiro_o_café eerst_koffie najpierw_kawa сначала_кофе спочатку_кава önce_kahve まずコーヒー 先喝咖啡 커피_먼저`,
    face: 'tired_face',
    beside: 'coffee',
    stand: 'holding',
  },
];

/** Seasons and weather, in which moods and doings are. */
const WEATHERS: readonly Feeling[] = [
  {
    words: `first_snow first_snowfall first_snow_of_the_year snow_day snowday snowy_day snowy_morning erster_schnee der_erste_schnee schneetag première_neige primera_nieve prima_neve
      primeira_neve eerste_sneeuw pierwszy_śnieg первый_снег перший_сніг ilk_kar 初雪 初めての雪 第一场雪 첫눈`,
    face: 'beaming_face_with_smiling_eyes',
    beside: 'snowball',
    stand: 'holding',
    places: ['winter landscape'],
    airs: ['snow'],
  },
  {
    words: `autumn_vibes fall_vibes autumn_mood fall_mood autumn_feeling fall_feeling autumn_feels fall_feels autumn_day autumn_days fall_day cozy_autumn cosy_autumn cozy_fall sweater_weather
      herbststimmung herbstvibes herbstgefühl herbsttag ambiance_d'automne vibras_de_otoño vibes_autunnali herfstgevoel herfstvibes jesienny_nastrój осеннее_настроение осінній_настрій`,
    face: 'relieved_face',
    beside: 'mug',
    stand: 'holding',
    places: ['autumn forest'],
  },
  {
    words: `winter_vibes winter_mood winter_feeling winter_feels winter_day winter_days cozy_winter cosy_winter winterstimmung wintervibes`,
    face: 'relieved_face',
    beside: 'mug',
    stand: 'holding',
    places: ['winter landscape'],
    airs: ['snow'],
  },
  {
    words: `rainy_day rainy_days rainy_morning rainy_afternoon rainy_evening rainy_vibes rainy rain_day regentag regnerischer_tag verregneter_tag jour_de_pluie journée_pluvieuse
      día_lluvioso día_de_lluvia giornata_piovosa giorno_di_pioggia dia_chuvoso dia_de_chuva regenachtige_dag regendag deszczowy_dzień дождливый_день дощовий_день yağmurlu_gün 雨の日 下雨天 비_오는_날`,
    named: 'rainy_day rainy_days rainy regentag día_lluvioso 雨の日 下雨天 비_오는_날',
    places: ['rainy window', 'rainy street'],
  },
  {
    words: `rainy_night rainy_nights regennacht nuit_pluvieuse noche_lluviosa notte_piovosa noite_chuvosa regenachtige_nacht deszczowa_noc дождливая_ночь дощова_ніч`,
    named: 'rainy_night rainy_nights regennacht noche_lluviosa',
    places: ['rainy window', 'rainy night'],
  },
  { words: 'stormy_night stormy_nights gewitternacht', named: 'stormy_night stormy_nights', places: ['stormy night'] },
  { words: 'snowy_night snowy_nights', named: 'snowy_night snowy_nights', places: ['snowy night'] },
];

/** How slow a moment is. */
const PACES: readonly Feeling[] = [
  {
    days: `lazy_sunday lazy_day lazy_days lazy_morning lazy_afternoon lazy_evening lazy_weekend chill_day chill_evening chill_night cozy_day cosy_day cozy_evening cosy_evening cozy_night cosy_night
      cozy_morning cosy_morning cozy_sunday cosy_sunday fauler_sonntag fauler_tag gemütlicher_tag gemütlicher_abend gemütlicher_sonntag dimanche_paresseux soirée_cosy domingo_perezoso domingo_de_relax
      domenica_pigra domingo_preguiçoso luie_zondag gezellige_avond leniwa_niedziela leniwy_dzień ленивое_воскресенье ленивый_день уютный_вечер лінива_неділя затишний_вечір tembel_pazar
      だらだら日曜日 のんびりした日曜日 慵懒的周日 慵懒的星期天 나른한_일요일`,
    words: `cozy cosy lazy chill chilling relaxing slow cozy_vibes gemütlich gezellig hygge`,
    named: 'lazy chill chilling relaxing slow',
    face: 'relieved_face',
    beside: 'coffee',
    stand: 'holding',
    places: ['living room'],
  },
];

/** When it is, which is no moment by itself. */
const HOURS: readonly Feeling[] = [
  {
    words: `night nights late_night late_nights at_night all_night all_night_long tonight midnight evening nacht nachts abend abends nuit la_nuit soir noche de_noche notte sera noite nacht 's_nachts avond noc wieczór ночь ночью вечер
      ніч вечір gece akşam 夜 深夜 晚上 밤`,
    airs: ['night'],
  },
];

/** Of these, moments that are of something else than a mood. */
export const MOMENTS: readonly Feeling[] = [...DOINGS, ...WEATHERS, ...PACES];

/** All that a prompt may say of feelings and moments, of which the first counts. */
export const FEELINGS: readonly Feeling[] = [...MOMENTS, ...MOODS_SAID, ...HOURS];

/** Between a moment and what it is spent with: “lazy sunday **with** a book”. Words as in `LanguageTable`. */
export const SPENT_WITH = 'with plus mit avec con com met z ze с со з зі и and und et y e en i та w/';
