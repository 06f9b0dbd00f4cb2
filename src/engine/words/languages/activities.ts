import type { Stand } from './table.js';

/** What somebody does without saying with what, and what they are drawn with. */
export interface Activity {
  /** Caption name of that. */
  readonly thing: string;
  /** How who does it stands to that. */
  readonly stand: Stand;
  /** The word for it with that as its object, where more is shown than how they stand. */
  readonly does?: string;
  /** Whether what it is done to is in it: food in a pan. */
  readonly isFilled?: true;
  /** Words by language (ISO 639), as in `LanguageTable`. */
  readonly words: Readonly<Record<string, string>>;
}

export const ACTIVITIES: readonly Activity[] = [
  {
    thing: 'fire',
    stand: 'holding',
    does: 'breathing',
    words: {
      en: 'fire-breathing fire_breathing fire-spitting firebreathing',
      de: 'feuerspeiend feuerspeiender feuerspeiendes feuerspuckend feuerspuckender',
      fr: 'cracheur_de_feu',
      es: 'escupefuego que_escupe_fuego',
      pt: 'cospe-fogo',
      it: 'sputafuoco',
      nl: 'vuurspuwend vuurspuwende',
      ru: 'огнедышащий',
    },
  },
  {
    thing: 'surfboard',
    stand: 'on',
    words: {
      en: 'surfing surfs surfing_a_wave surfing_the_waves riding_a_wave riding_the_waves catching_waves',
      de: 'surft surfend surfende surfender',
      fr: 'surfe surfant qui_surfe',
      es: 'surfeando surfea haciendo_surf',
      pt: 'surfando surfa',
      it: 'surfando che_surfa',
      nl: 'surfend surft',
      pl: 'surfujący surfuje',
      ru: 'на_серфинге занимается_серфингом',
    },
  },
  {
    thing: 'skateboard',
    stand: 'on',
    words: {
      en: 'skateboarding skateboards',
      de: 'skatet skatend',
      fr: 'faisant_du_skate qui_fait_du_skate',
      es: 'patinando_en_skate',
      pt: 'andando_de_skate',
    },
  },
  {
    thing: 'bicycle',
    stand: 'on',
    words: {
      en: 'cycling biking bicycling',
      de: 'fährt_fahrrad fahrradfahrend radelnd radelt',
      fr: 'faisant_du_vélo qui_fait_du_vélo',
      es: 'montando_en_bici montando_en_bicicleta',
      pt: 'andando_de_bicicleta pedalando',
      it: 'in_bici',
      nl: 'fietst fietsend',
    },
  },
  {
    thing: 'bathtub',
    stand: 'in',
    words: {
      en: 'bathing bathes taking_a_bath takes_a_bath having_a_bath has_a_bath taking_a_bubble_bath having_a_bubble_bath in_the_bath',
      de: 'badet badend in_der_badewanne nimmt_ein_bad',
      fr: 'prenant_un_bain qui_prend_un_bain prend_un_bain dans_son_bain dans_le_bain',
      es: 'bañándose se_baña tomando_un_baño',
      pt: 'tomando_banho toma_banho',
      it: 'che_fa_il_bagno facendo_il_bagno',
      nl: 'in_bad neemt_een_bad',
      pl: 'kąpiący_się kąpie_się',
      ru: 'купается_в_ванне принимает_ванну в_ванне',
      ja: '入浴中の お風呂に入る お風呂に入っている',
      zh: '洗澡 洗澡的 泡澡',
    },
  },
  {
    thing: 'dumbbell',
    stand: 'holding',
    words: {
      en: 'lifting_weights lifts_weights weightlifting weight_lifting pumping_iron working_out works_out exercising training_at_the_gym lifting_a_barbell lifting_barbells',
      de: 'hebt_gewichte gewichthebend beim_gewichtheben trainiert',
      fr: 'soulevant_des_poids soulève_des_poids',
      es: 'levantando_pesas levanta_pesas',
      pt: 'levantando_pesos malhando',
      it: 'che_solleva_pesi sollevando_pesi',
      nl: 'tilt_gewichten',
      ru: 'поднимает_штангу качается_в_зале',
    },
  },
  {
    thing: 'watering can',
    stand: 'holding',
    words: {
      en: 'watering waters gardening',
      de: 'gießt gießend blumen_gießend',
      fr: 'arrosant arrose qui_arrose',
      es: 'regando riega',
      pt: 'regando rega',
      it: 'che_annaffia annaffiando innaffiando',
      nl: 'geeft_water_aan',
      pl: 'podlewa podlewający podlewająca',
      ru: 'поливает поливающий поливающая',
    },
  },
  {
    thing: 'paintbrush',
    stand: 'holding',
    words: {
      en: `painting_a_picture painting_a_portrait painting_a_canvas painting_a_painting painting_pictures painting_on_canvas painting_on_a_canvas painting_a_landscape painting_art
        paints_a_picture painting_at_an_easel painting_on_an_easel`,
      de: 'malt malend malt_ein_bild',
      fr: 'peignant qui_peint peignant_un_tableau',
      es: 'pintando pintando_un_cuadro pinta',
      pt: 'pintando pintando_um_quadro',
      it: 'che_dipinge dipingendo',
      nl: 'schildert schilderend',
      pl: 'malujący maluje',
      ru: 'рисует рисующий рисующая',
    },
  },
  {
    thing: 'pencil',
    stand: 'holding',
    words: {
      en: 'drawing_a_picture sketching doodling writing writing_a_letter writing_a_poem taking_notes doing_homework',
      de: 'schreibt schreibend zeichnet',
      fr: 'écrivant qui_écrit dessinant',
      es: 'escribiendo dibujando',
      pt: 'escrevendo desenhando',
      it: 'che_scrive scrivendo che_disegna',
      nl: 'schrijvend tekenend',
    },
  },
  {
    thing: 'frying pan',
    stand: 'holding',
    isFilled: true,
    words: {
      en: 'cooking grilling barbecuing frying cooking_dinner cooking_breakfast cooking_lunch making_dinner making_breakfast cooking_food cooking_a_meal',
      de: 'kocht kochend',
      fr: 'cuisinant qui_cuisine faisant_la_cuisine',
      es: 'cocinando cocina_algo',
      pt: 'cozinhando cozinha_algo',
      it: 'che_cucina cucinando',
      nl: 'kookt kokend',
      pl: 'gotujący gotuje',
      ru: 'готовит готовящий готовит_еду',
    },
  },
  {
    thing: 'yarn',
    stand: 'holding',
    words: {
      en: 'knitting knits crocheting crochets',
      de: 'strickt strickend häkelt häkelnd',
      fr: 'tricotant qui_tricote',
      es: 'tejiendo teje',
      pt: 'tricotando fazendo_tricô',
      it: 'che_lavora_a_maglia',
      nl: 'breit breiend',
      ru: 'вяжет вяжущая',
    },
  },
  {
    thing: 'chessboard',
    stand: 'above',
    words: {
      en: 'playing_chess plays_chess playing_a_game_of_chess playing_checkers playing_board_games playing_a_board_game',
      de: 'spielt_schach spielen_schach schach_spielend beim_schach beim_schachspielen',
      fr: 'jouant_aux_échecs qui_joue_aux_échecs jouent_aux_échecs',
      es: 'jugando_al_ajedrez jugando_ajedrez juega_al_ajedrez',
      pt: 'jogando_xadrez',
      it: 'che_gioca_a_scacchi giocando_a_scacchi',
      nl: 'schaakt schakend',
      pl: 'grający_w_szachy grają_w_szachy',
      ru: 'играет_в_шахматы играют_в_шахматы',
    },
  },
  {
    thing: 'game controller',
    stand: 'holding',
    words: {
      en: 'gaming playing_video_games playing_videogames playing_a_video_game playing_games playing_fortnite playing_minecraft playing_xbox playing_playstation',
      de: 'zockt zockend spielt_videospiele',
      fr: 'jouant_aux_jeux_vidéo',
      es: 'jugando_videojuegos jugando_a_videojuegos',
      pt: 'jogando_videogame',
      it: 'che_gioca_ai_videogiochi',
    },
  },
  {
    thing: 'laptop',
    stand: 'behind',
    words: {
      en: `coding programming hacking working_from_home writing_code writing_software debugging deploying in_a_meeting in_meetings in_a_zoom_meeting on_a_zoom_call in_a_zoom_call in_a_video_call
        on_a_video_call in_a_video_meeting in_a_video_conference on_a_call in_an_online_meeting in_a_teams_meeting on_zoom`,
      de: 'programmiert programmierend im_meeting im_zoom-meeting im_zoom_meeting im_videocall im_homeoffice in_einer_videokonferenz in_einem_meeting',
      fr: 'programmant qui_programme en_réunion en_visio en_visioconférence en_télétravail',
      es: 'programando en_una_reunión en_una_videollamada en_reunión teletrabajando',
      pt: 'programando em_reunião em_uma_reunião em_uma_videochamada numa_reunião numa_videochamada',
      it: 'che_programma in_riunione in_videochiamata in_una_riunione in_una_videochiamata',
      nl: 'programmerend in_een_vergadering in_een_zoommeeting in_een_videogesprek',
      pl: 'programuje na_spotkaniu na_wideokonferencji',
    },
  },
  {
    thing: 'fishing pole',
    stand: 'holding',
    words: {
      en: 'fishing',
      de: 'angelt angelnd',
      fr: 'pêchant qui_pêche',
      es: 'pescando',
      pt: 'pescando',
      it: 'che_pesca pescando',
      nl: 'vist vissend',
      ru: 'рыбачит ловит_рыбу',
    },
  },
  {
    thing: 'vacuum cleaner',
    stand: 'holding',
    words: {
      en: 'vacuuming vacuums hoovering hoovers vacuuming_the_floor vacuuming_the_carpet',
      de: 'staubsaugend staubsaugt saugt_staub',
      fr: "passant_l'aspirateur passe_l'aspirateur",
      es: 'pasando_la_aspiradora aspirando',
      pt: 'passando_aspirador aspirando',
      it: "passando_l'aspirapolvere",
      nl: 'stofzuigend stofzuigt',
      pl: 'odkurza odkurzający',
      ru: 'пылесосит',
    },
  },
  {
    thing: 'broom',
    stand: 'holding',
    words: {
      en: 'sweeping sweeping_the_floor sweeps cleaning_the_house',
      de: 'fegt fegend',
      es: 'barriendo',
      fr: 'balayant',
    },
  },
  {
    thing: 'camera',
    stand: 'holding',
    words: {
      en: 'taking_photos taking_a_photo taking_pictures taking_a_picture photographing',
      de: 'fotografiert fotografierend',
      fr: 'prenant_une_photo',
      es: 'sacando_fotos tomando_una_foto',
    },
  },
  {
    thing: 'phone',
    stand: 'holding',
    words: {
      en: 'taking_a_selfie taking_selfies texting scrolling doomscrolling',
      de: 'macht_ein_selfie',
      es: 'tomándose_una_selfie',
    },
  },
  {
    thing: 'tennis racket',
    stand: 'holding',
    words: {
      en: 'playing_tennis plays_tennis',
      de: 'spielt_tennis',
      fr: 'jouant_au_tennis',
      es: 'jugando_al_tenis jugando_tenis',
      pt: 'jogando_tênis',
      it: 'che_gioca_a_tennis',
    },
  },
  {
    thing: 'basketball',
    stand: 'holding',
    words: {
      en: 'playing_basketball plays_basketball dunking shooting_hoops',
      de: 'spielt_basketball',
      fr: 'jouant_au_basket',
      es: 'jugando_al_baloncesto jugando_baloncesto',
      pt: 'jogando_basquete',
    },
  },
  {
    thing: 'soccer ball',
    stand: 'holding',
    words: {
      en: 'playing_soccer plays_soccer',
      de: 'spielt_fußball',
      fr: 'jouant_au_foot jouant_au_football',
      es: 'jugando_al_fútbol jugando_fútbol',
      pt: 'jogando_futebol',
      it: 'che_gioca_a_calcio',
      nl: 'voetbalt',
      ru: 'играет_в_футбол',
    },
  },
  {
    thing: 'kite',
    stand: 'holding',
    words: {
      en: 'flying_a_kite flies_a_kite flying_kites flying_kite',
      de: 'lässt_einen_drachen_steigen',
      fr: 'faisant_voler_un_cerf-volant',
      es: 'volando_una_cometa',
      pt: 'soltando_pipa empinando_pipa',
    },
  },
  {
    thing: 'car',
    stand: 'in',
    words: {
      en: 'driving driving_fast drives',
      de: 'fährt_auto autofahrend',
      fr: 'conduisant',
      es: 'conduciendo',
      pt: 'dirigindo',
      it: 'che_guida',
    },
  },
  {
    thing: 'open sea',
    stand: 'in',
    words: {
      en: 'swimming swims',
      de: 'schwimmt schwimmend schwimmende schwimmender',
      fr: 'nageant qui_nage',
      es: 'nadando',
      pt: 'nadando',
      it: 'che_nuota nuotando',
      nl: 'zwemt zwemmend',
      ru: 'плывет плавает плавающий',
      ja: '泳ぐ 泳いでいる',
      zh: '游泳 游泳的',
    },
  },
  {
    thing: 'seabed',
    stand: 'in',
    words: {
      en: 'scuba_diving snorkeling snorkelling diving_underwater swimming_underwater',
      de: 'tauchend taucht',
      es: 'buceando',
      fr: 'faisant_de_la_plongée',
    },
  },
];
