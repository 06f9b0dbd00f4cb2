/**
 * What a time or a gathering is called that is spent with a thing, by where the thing is named. Words as in
 * `LanguageTable`.
 */
interface EventWords {
  /** “Movie **night**” */
  readonly behind?: string;
  /** “**Soirée** pizza”, “**noche de** juegos” */
  readonly before?: string;
}

/** By language (ISO 639); of compounds (“Filmabend”) the words are heads. */
export const EVENT_WORDS: Readonly<Record<string, EventWords>> = {
  en: {
    behind: `night nights day days time party parties break breaks club session sessions week weeks weekend weekends evening
      afternoon morning mornings hour hours month season date marathon festival fest squad gang lover lovers fan fans
      monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays`,
  },
  de: {
    behind: `abend nacht tag zeit party fest pause klub club woche wochenende nachmittag morgen stunde stimmung runde treff
      montag dienstag mittwoch donnerstag freitag samstag sonntag abende tage`,
  },
  nl: {
    behind: `avond nacht dag tijd feest feestje pauze club week weekend middag ochtend uur uurtje
      maandag dinsdag woensdag donderdag vrijdag zaterdag zondag`,
  },
  fr: {
    before: `soirée nuit journée pause heure fête club après-midi semaine week-end matinée moment session
      lundi mardi mercredi jeudi vendredi samedi dimanche`,
  },
  es: {
    before: `noche día hora pausa descanso fiesta club tarde semana sesión tiempo mañana
      lunes martes miércoles jueves viernes sábado domingo`,
  },
  pt: {
    before: `noite dia hora pausa festa clube tarde semana sessão intervalo tempo manhã
      segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo sexta`,
  },
  it: {
    before: `serata notte giornata ora pausa festa club pomeriggio settimana sessione momento
      lunedì martedì mercoledì giovedì venerdì sabato domenica`,
  },
  pl: {
    before: 'wieczór noc dzień czas przerwa_na impreza klub tydzień godzina wieczór_z dzień_z',
    behind: 'poniedziałek wtorek środa czwartek piątek sobota niedziela',
  },
  ru: {
    before: 'вечер ночь день время перерыв_на вечеринка клуб неделя час вечер_с',
    behind: 'вечеринка тайм брейк понедельник вторник среда четверг пятница суббота воскресенье',
  },
  uk: {
    before: 'вечір ніч день час перерва_на вечірка клуб тиждень година',
    behind: 'вечірка понеділок вівторок середа четвер п’ятниця субота неділя',
  },
  tr: {
    behind: `gecesi günü zamanı partisi molası kulübü haftası akşamı saati
      pazartesi salı çarşamba perşembe cuma cumartesi pazar pazartesisi cuması`,
  },
  ja: {
    behind:
      'の夜 の日 タイム ナイト パーティー パーティ クラブ デー 休憩 の時間 会 の会 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日',
  },
  zh: {
    behind: `之夜 夜 日 时间 時間 派对 派對 俱乐部 俱樂部 周 时光 時光 聚会 休息
      星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日`,
  },
  ko: { behind: '밤 의_밤 나이트 데이 타임 파티 클럽 시간 휴식 모임 월요일 화요일 수요일 목요일 금요일 토요일 일요일' },
  hi: { behind: 'रात की_रात दिन समय का_समय पार्टी क्लब ब्रेक सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार' },
  ar: { before: 'ليلة يوم وقت حفلة استراحة نادي ساعة أسبوع الاثنين الجمعة' },
};

/** Words for when something is, of which some are called by a picture too: the morning, a sunrise. */
export const TIMES =
  'morning mornings afternoon evening tonight today tomorrow yesterday noon midnight morgens mittags abends heute matin soir midi mañana tarde manhã mattina sera ochtend avond rano wieczorem утром вечером sabah akşam';
