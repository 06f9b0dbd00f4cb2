import type { Air } from '../../finishes/index.js';
import type { Stand } from './table.js';

/**
 * How somebody feels, or what a moment is like, by what people say who name nothing else. Words as in `LanguageTable`,
 * in whatever language. What several of them say goes together, and of two that say the same the first counts.
 */
export interface Feeling {
  /** Days that are called after it wherever they are named. */
  readonly days?: string;
  readonly words: string;
  /** Of these, those that by themselves name a thing: “**exam**”, but “**exam** season”. */
  readonly named?: string;
  /** Caption name of a face in that mood; absent of what says no more than when it is. */
  readonly face?: string;
  /** Caption name of something of it, beside the face. */
  readonly beside?: string;
  /** How the face stands to that; beside it where absent. */
  readonly stand?: Stand;
  /** Caption names of where it is, of which the first is taken that a bundle has. */
  readonly places?: readonly string[];
  readonly airs?: readonly Air[];
}

/** Each of some words with each of some others behind it. */
const each = (words: string, behind: string): string =>
  words
    .split(/\s+/)
    .flatMap((word) => behind.split(/\s+/).map((other) => `${word}_${other}`))
    .join(' ');

/** What people work with that fails them, as they say it. */
const TECH = `code deploy deployment build server servers production prod app site website database wifi internet network pipeline update laptop computer everything it`;
const FAILS = `fails failed failing fail breaks broke crashes crashed crashing is_down went_down goes_down is_broken doesn't_work does_not_work won't_work stopped_working is_on_fire`;

/** How somebody feels, whatever the moment is like. */
export const MOODS_SAID: readonly Feeling[] = [
  {
    words: 'this_is_fine everything_is_fine alles_gut_hier tout_va_bien todo_está_bien va_tutto_bene',
    face: 'melting_face',
    beside: 'fire',
  },
  {
    words:
      'no_thoughts no_thoughts_head_empty head_empty empty_head brain_empty no_thoughts_just_vibes just_vibes brain_off no_brain_cells zero_brain_cells smooth_brain kopf_leer tête_vide cabeza_vacía testa_vuota leeg_hoofd',
    face: 'upside-down_face',
  },
  { words: "chef's_kiss chefs_kiss chef_kiss", face: 'face_savoring_food', beside: 'pinched_fingers' },
  {
    words: 'mic_drop drops_mic drops_the_mic dropping_the_mic',
    face: 'cool_face',
    beside: 'microphone',
    stand: 'holding',
  },
  {
    words: 'ghosted got_ghosted ghosting getting_ghosted left_on_read left_on_seen',
    face: 'ghost',
    beside: 'phone',
    stand: 'holding',
  },
  {
    words: 'error_404 404 404_error 404_not_found page_not_found blue_screen blue_screen_of_death bsod',
    face: 'face_with_spiral_eyes',
    beside: 'error_screen',
  },
  {
    words:
      "trying_to_sleep trying_to_fall_asleep can_not_sleep cannot_sleep can't_sleep cant_sleep insomnia wide_awake kann_nicht_schlafen schlaflos insomnie insomnio insonnia slapeloos bezsenność бессонница",
    face: 'face_with_bags_under_eyes',
    beside: 'bed',
    stand: 'on',
  },
  {
    words:
      'pretending_to_work pretending_to_be_busy pretending_to_listen pretending_to_be_productive acting_busy looking_busy',
    face: 'face_with_peeking_eye',
    beside: 'laptop',
    stand: 'behind',
  },
  {
    words: `dead_inside smiling_but_dead_inside smiling_and_dead_inside happy_but_dead_inside dying_inside smiling_but_dying_inside crying_inside crying_on_the_inside smiling_but_crying_inside fine_but_crying_inside fine_but_dying_inside
      laughing_but_crying_inside smiling_through_the_pain laughing_through_the_pain smiling_through_tears hiding_the_pain hide_the_pain pain_inside not_fine i'm_fine_not_fine innerlich_tot lächeln_aber_innerlich_tot
      mort_à_l'intérieur muerto_por_dentro muerta_por_dentro morto_dentro morto_por_dentro мёртв_внутри мертвий_всередині`,
    face: 'smiling_face_with_tear',
  },
  { words: 'bruh bruh_moment seriously really_bro', face: 'unamused_face' },
  { words: 'oof yikes cringe big_oof awkward', face: 'grimacing_face' },
  {
    words: `code_works code_finally_works it_works it_finally_works it_compiles code_compiles tests_pass all_tests_pass build_passes build_is_green it_worked code_runs bug_fixed fixed_the_bug
      code_läuft es_läuft es_funktioniert le_code_marche funciona el_código_funciona funziona il_codice_funziona o_código_funciona het_werkt działa kod_działa
      работает код_работает працює код_працює çalışıyor kod_çalışıyor 動いた コードが動いた 代码能跑 跑通了 코드가_돌아갈_때 돌아간다`,
    face: 'star-struck',
    beside: 'laptop',
    stand: 'behind',
  },
  {
    words: `${each(TECH, FAILS)} nothing_works code_doesn't_work code_does_not_work code_doesn't_compile code_won't_compile it_doesn't_work it_doesn't_compile code_breaks code_broke build_fails build_failed tests_fail tests_failed
      prod_is_down production_is_down server_is_down wifi_is_down no_internet no_wifi merge_conflict merge_conflicts code_läuft_nicht es_funktioniert_nicht ça_marche_pas ça_ne_marche_pas
      no_funciona el_código_no_funciona non_funziona não_funciona het_werkt_niet nie_działa не_работает не_працює çalışmıyor 動かない 跑不通 안_돌아간다`,
    face: 'loudly_crying_face',
    beside: 'laptop',
    stand: 'behind',
  },
  {
    words: `got_the_job got_a_job new_job got_promoted promotion got_a_raise got_the_promotion champagne_celebration champagne_party celebration celebrating celebrate celebrating_with_champagne
      we_won i_won we_did_it i_did_it passed_the_exam passed_my_exam passed_all_exams graduated just_graduated hired got_hired job_geschafft job_bekommen neuer_job prüfung_bestanden
      nouveau_boulot nouveau_travail nuevo_trabajo nuovo_lavoro novo_emprego nieuwe_baan nowa_praca feier fête_du_succès celebración celebrazione celebração viering świętowanie`,
    face: 'partying_face',
    beside: 'bottle_with_popping_cork',
    stand: 'holding',
  },
  {
    days: `monday mondays tuesday wednesday thursday montag montags dienstag mittwoch donnerstag maandag lundi lunes segunda-feira lunedì
      poniedziałek понедельник понеділок pazartesi 月曜日 月曜 星期一 周一 월요일 सोमवार الاثنين`,
    words: `tuesdays montagmorgen montagsgefühl montagsstimmung montagslaune maandagochtend maandaggevoel segunda poniedziałkowy пятничное_утро
      before_coffee before_my_coffee before_my_first_coffee without_coffee no_coffee no_coffee_yet need_coffee i_need_coffee tired so_tired no_sleep early_meeting
      meetings_all_day too_many_meetings vor_dem_kaffee ohne_kaffee ich_brauche_kaffee sans_café avant_le_café sin_café senza_caffè sem_café bez_kawy без_кофе без_кави`,
    face: 'tired_face',
    beside: 'coffee',
    stand: 'holding',
  },
  {
    days: `friday_night friday_evening friday_afternoon saturday_night freitagabend vendredi_soir viernes_noche venerdì_sera friday fridays saturday saturdays weekend weekends freitag samstag wochenende vrijdag vendredi viernes sexta-feira venerdì piątek
      пятница п'ятниця cuma 金曜日 星期五 周五 금요일 शुक्रवार الجمعة week-end samedi sábado sabato`,
    words: `party party_time party_mode house_party weekend_mode freitagsgefühl freitagsstimmung wochenendstimmung wochenendgefühl feierabendstimmung
      vrijdagavond vrijdagmiddag vrijdaggevoel weekendgevoel sexta noche_de_viernes piątkowy`,
    face: 'partying_face',
    beside: 'party_popper',
  },
  {
    days: `after_work after_school after_class after_a_long_day nach_der_arbeit après_le_travail después_del_trabajo dopo_il_lavoro na_het_werk po_pracy после_работы`,
    words: `long_day home_from_work end_of_the_day after_the_meeting after_this_week long_week
      nach_der_schule langer_tag après_l'école après_le_boulot después_de_trabajar dopo_scuola depois_do_trabalho
      po_szkole после_школы після_роботи işten_sonra 仕事の後 仕事終わり 下班后 下班後 퇴근_후 काम_के_बाद بعد_العمل`,
    face: 'weary_face',
    beside: 'couch',
    stand: 'on',
  },
  {
    words: `exam exams exam_week exam_season exam_day finals finals_week midterms test_week test_day deadline deadlines deadline_day crunch_time last_minute prüfung prüfungen
      prüfungswoche prüfungsphase klausurenphase klausur examen examens partiels semaine_d'examens exámenes semana_de_exámenes esame esami sessione_d'esami prova provas semana_de_provas
      tentamen tentamenweek toetsweek egzamin egzaminy sesja экзамен экзамены сессия іспит іспити сесія sınav sınavlar sınav_haftası 試験 テスト期間 考试 考試 考试周 期末 시험 시험_기간
      परीक्षा امتحان امتحانات`,
    named: `exam exams midterms deadline deadlines prüfung prüfungen klausur exámenes esame esami prova provas tentamen egzamin egzaminy экзамен экзамены іспит
      іспити sınav sınavlar 試験 考试 考試 시험`,
    face: 'anxious_face_with_sweat',
    beside: 'books',
    stand: 'holding',
  },
  {
    words: `payday pay_day got_paid zahltag gehaltstag jour_de_paie día_de_pago giorno_di_paga dia_de_pagamento betaaldag wypłata зарплата день_зарплаты maaş_günü 給料日 发工资 發薪日 월급날`,
    face: 'money-mouth_face',
    beside: 'money_with_wings',
    stand: 'holding',
  },
  {
    days: `vacation on_vacation vacation_time vacation_day on_holiday im_urlaub en_vacances de_vacaciones in_vacanza de_férias op_vakantie`,
    words: `vacation_mode holiday_mode out_of_office ooo urlaubsmodus urlaub ferien vacances vacaciones vacanza férias vakantie
      wakacje urlop отпуск каникулы відпустка tatil 休暇 放假 휴가 छुट्टी إجازة summer_break`,
    face: 'cool_face',
    beside: 'tropical_drink',
    stand: 'holding',
    places: ['beach', 'beach with umbrella'],
  },
  {
    days: `sunday sundays sonntag`,
    words: `dimanche domingo domenica zondag niedziela воскресенье неділя pazar 日曜日 星期日 周日 일요일 रविवार الأحد day_off free_day no_plans`,
    face: 'relieved_face',
    beside: 'coffee',
    stand: 'holding',
    places: ['living room'],
  },
  {
    words: `fired got_fired laid_off got_laid_off unemployed lost_my_job gekündigt arbeitslos viré au_chômage despedido desempleado licenziato disoccupato demitido desempregado ontslagen
      werkloos zwolniony bezrobotny`,
    face: 'disappointed_face',
    beside: 'package',
    stand: 'holding',
  },
  {
    words: `rage_quit rage_quitting ragequit ragequitting`,
    face: 'enraged_face',
    beside: 'game_controller',
    stand: 'holding',
  },
  {
    words: `flight_delayed delayed_flight flight_cancelled cancelled_flight missed_my_flight train_delayed train_cancelled missed_the_bus missed_the_train zug_verspätet zug_fällt_aus vol_retardé
      vuelo_retrasado volo_in_ritardo voo_atrasado vertraging opóźniony_lot`,
    face: 'weary_face',
    beside: 'luggage',
    stand: 'holding',
  },
  {
    words: `bad_day rough_day worst_day_ever worst_day terrible_day awful_day schlechter_tag mauvaise_journée mal_día brutta_giornata dia_ruim slechte_dag zły_dzień плохой_день поганий_день kötü_gün
      最悪な日 糟糕的一天 나쁜_날`,
    face: 'disappointed_face',
    beside: 'cloud_with_rain',
  },
  {
    words: `best_day_ever best_day great_day guter_tag bester_tag buen_día_hoy bella_giornata dia_bom najlepszy_dzień лучший_день найкращий_день en_iyi_gün 最高の日 最好的一天`,
    face: 'star-struck',
    beside: 'sparkles',
  },
  {
    words: `sick_day home_sick feeling_sick out_sick krankgeschrieben jour_malade día_de_enfermo malattia ziek_thuis l4 больничный лікарняний hasta_günü 病欠 病假 병가`,
    face: 'face_with_thermometer',
    beside: 'bed',
    stand: 'on',
  },
  {
    words: `hungover hangover morning_after verkatert kater_morgen gueule_de_bois resaca kac похмелье похмілля 二日酔い 宿醉 숙취`,
    face: 'woozy_face',
    beside: 'glass_of_milk',
    stand: 'holding',
  },
  {
    words: `not_today nope_not_today heute_nicht pas_aujourd'hui hoy_no oggi_no hoje_não niet_vandaag nie_dzisiaj nie_dziś не_сегодня не_сьогодні bugün_olmaz 今日じゃない 今天不行 오늘은_아니야
      over_it so_over_it so_done i'm_done im_done i'm_so_done done_with_this done_with_today can't_even i_can't_even`,
    face: 'unamused_face',
    beside: 'raised_hand',
  },
  {
    words: `big_mood mood same_mood whole_mood current_mood mood_of_the_day big_same burnout burned_out burnt_out stimmung laune humeur umore nastrój настроение настрій ruh_hali 気分 心情 기분`,
    face: 'melting_face',
  },
];

/** Words for a mood itself, by which a place or weather is one too: “rainy day **mood**”. */
export const MOOD_WORDS =
  'mood moods feeling feelings feels vibe vibes energy aesthetic stimmung gefühl laune ambiance ánimo ambiente umore atmosfera clima sfeer gevoel nastrój настроение настрій havası 気分 心情 기분 मूड مزاج';

/** Said beside a feeling without changing it. */
export const OF_FEELING = `need needs want sunny mood moods feeling feelings feels feel vibe vibes vibing energy me us my mine our your everyone the a an that this these it is was like be when whenever on at in after of
  just so very really big whole all today again still already every ugh morning mornings morning's afternoon afternoons plans blues goals time moment moments season edition club summer now rn day days currently such and finally am i'm im got pov tfw mfw reaction face sticker emoji emote
  stimmung gefühl laune vibe ich wir mich mein meine unser wenn am an der die das den im heute morgen morgens wieder so
  humeur ambiance sensation moi nous quand le la les du de des mon ma ce matin jour c'est
  humor ánimo ambiente yo nosotros cuando el los un una mi mañana hoy es sensación por
  umore sensazione io noi quando il lo del della mattina oggi mattino di
  clima sentimento eu nós quando o os do da na no manhã hoje
  gevoel stemming ik wij als op de het een ochtend vandaag
  nastrój humor uczucie ja my gdy kiedy w po rano dziś to
  настроение я мы когда в по утро утром сегодня это настрій ми коли ранок вранці сьогодні це
  modu ruh hali havası ben biz sabahı sabah bugün hissi
  の な は が 気分 私 朝 今日 時 的 我 我们 心情 早上 感觉 感覺 今天 当 기분 나 아침 오늘 मूड मैं सुबह आज مزاج أنا اليوم`;

/** Caption names of faces by an English word for their mood: who says nothing but a mood is one. */
export const FACE_OF_MOOD: Readonly<Record<string, string>> = {
  happy: 'smiling face',
  smiling: 'smiling face',
  laughing: 'face with tears of joy',
  crying: 'crying face',
  sobbing: 'loudly crying face',
  sad: 'pensive face',
  angry: 'angry face',
  furious: 'enraged face',
  sleeping: 'sleeping face',
  sleepy: 'sleepy face',
  'in love': 'smiling face with heart-eyes',
  surprised: 'astonished face',
  shocked: 'face screaming in fear',
  scared: 'fearful face',
  confused: 'confused face',
  thinking: 'thinking face',
  sick: 'nauseated face',
  ill: 'face with thermometer',
  crazy: 'zany face',
  silly: 'face with tongue',
  winking: 'winking face',
  cool: 'cool face',
  bored: 'expressionless face',
  annoyed: 'unamused face',
  nervous: 'anxious face with sweat',
  embarrassed: 'flushed face',
  shy: 'flushed face',
  smug: 'smirking face',
  dizzy: 'face with spiral eyes',
  dead: 'face with crossed-out eyes',
  excited: 'star-struck',
  partying: 'partying face',
  kissing: 'face blowing a kiss',
  nerdy: 'nerd face',
  greedy: 'money-mouth face',
  angelic: 'smiling face with halo',
  hungry: 'drooling face',
  drunk: 'woozy face',
  evil: 'smiling face with horns',
  jealous: 'unamused face',
  calm: 'relieved face',
  tired: 'tired face',
  brave: 'saluting face',
};
