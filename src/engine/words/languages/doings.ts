import type { Stand } from './table.js';

/** What somebody does to a thing that a layout shows, beside being so to it. */
export type Doing =
  | 'breathed'
  | 'cooked'
  | 'pushed'
  | 'pulled'
  | 'chased'
  | 'fled'
  | 'aimed'
  | 'dropped'
  | 'fallen'
  | 'walked'
  | 'fed'
  | 'shared'
  | 'watered'
  | 'tabled'
  | 'hugged'
  | 'kissed'
  | 'handed'
  | 'danced'
  | 'fived'
  | 'wrestled'
  | 'whispered'
  | 'fought'
  | 'dueled'
  | 'boxed'
  | 'given'
  | 'coiled'
  | 'swallowed';

/** How the two then stand, and words by language (ISO 639), as in `LanguageTable`. */
export const DOINGS: Readonly<Record<Doing, { stand: Stand; words: Readonly<Record<string, string>> }>> = {
  breathed: {
    stand: 'holding',
    words: {
      en: 'breathing breathes breathing_out spitting spits spewing spews blowing blows',
      de: 'speit speiend spuckt spuckend pustet pustend bläst',
      fr: 'crachant crache qui_crache soufflant souffle_des',
      es: 'escupiendo escupe que_escupe soplando',
      pt: 'cuspindo cospe soprando',
      it: 'che_sputa sputando che_soffia soffiando',
      nl: 'spuwt spuwend blaast',
      pl: 'ziejący zieje plujący',
      ru: 'дышит дышащий извергает извергающий дует',
      uk: 'дихає видихає',
      tr: 'püskürten üfleyen',
      ja: 'を吐く を吐いている を吹く',
      zh: '喷 喷着 吹 吐',
      ko: '뿜는 뿜고_있는',
    },
  },
  cooked: {
    stand: 'holding',
    words: {
      en: 'cooking cooks frying grilling grills roasting barbecuing bbqing',
      de: 'kocht kochend brät bratend grillt grillend',
      fr: 'cuisinant qui_cuisine grillant',
      es: 'cocinando friendo asando',
      pt: 'cozinhando fritando grelhando',
      it: 'che_cucina cucinando friggendo',
      nl: 'kookt kokend bakkend grillend',
      pl: 'gotujący gotuje smażący',
      ru: 'готовит готовящий жарит жарящий',
    },
  },
  pushed: {
    stand: 'beside',
    words: {
      en: 'pushing pushes shoving shoves',
      de: 'schiebt schiebend',
      fr: 'poussant pousse qui_pousse',
      es: 'empujando empuja que_empuja',
      pt: 'empurrando empurra',
      it: 'che_spinge spingendo',
      nl: 'duwt duwend',
      pl: 'pchający pcha',
      ru: 'толкает толкающий толкающая',
      ja: 'を押す を押している',
      zh: '推 推着',
    },
  },
  pulled: {
    stand: 'beside',
    words: {
      en: 'pulling pulls dragging drags towing tows hauling hauls',
      de: 'zieht ziehend',
      fr: 'tirant tire qui_tire',
      es: 'tirando_de jalando jala arrastrando arrastra',
      pt: 'puxando puxa',
      it: 'che_tira tirando che_traina',
      nl: 'trekt trekkend',
      pl: 'ciągnący ciągnie',
      ru: 'тянет тянущий тащит',
      ja: 'を引く を引いている',
      zh: '拉 拉着',
    },
  },
  chased: {
    stand: 'beside',
    words: {
      en: `chasing chases chasing_after chases_after hunting hunts following follows pursuing pursues running_after runs_after going_after goes_after
        racing_after in_pursuit_of hot_on_the_heels_of on_the_heels_of flying_after flies_after`,
      de: 'jagt jagend jagend_nach verfolgt verfolgend rennt_hinter läuft_hinter hetzt',
      fr: 'poursuit poursuivant qui_poursuit chasse chassant qui_chasse court_après courant_après qui_court_après court_derrière qui_court_derrière courant_derrière',
      es: 'persiguiendo persigue que_persigue persiguiendo_a persigue_a que_persigue_a corriendo_tras corre_tras corriendo_detrás_de corre_detrás_de cazando caza',
      pt: 'perseguindo persegue que_persegue correndo_atrás_de corre_atrás_de correndo_atrás_do correndo_atrás_da caçando',
      it: 'insegue inseguendo che_insegue rincorre rincorrendo che_rincorre corre_dietro_a dando_la_caccia_a',
      nl: 'achtervolgt achtervolgend jaagt_op jagend_op zit_achter rent_achter',
      pl: 'goni goniący goniąca ściga ścigający ścigająca biegnie_za poluje_na polujący_na',
      ru: 'догоняет гонится_за бежит_за преследует преследующий гоняется_за охотится_на',
      uk: 'женеться_за доганяє переслідує біжить_за полює_на',
      tr: 'kovalayan kovalıyor',
      sv: 'jagar jagande springer_efter förföljer',
      da: 'jager jagter forfølger løber_efter',
      cs: 'honí honící pronásleduje běží_za',
      fi: 'jahtaa ajaa_takaa',
      hu: 'kergeti kerget üldözi',
      ro: 'urmărește aleargă_după fugărește',
      el: 'κυνηγάει κυνηγά κυνηγώντας',
      ar: 'يطارد تطارد',
      hi: 'का_पीछा_करता का_पीछा_करती',
      ja: 'を追いかける を追いかけている を追いかけてる を追う を追っている',
      ko: '쫓는 쫓고_있는 쫓아가는 뒤쫓는',
      zh: '追 追着 追逐 追赶 在追',
      th: 'ไล่ตาม ไล่ล่า',
    },
  },
  fled: {
    stand: 'beside',
    words: {
      en: `running_away_from runs_away_from fleeing_from flees_from fleeing escaping_from escapes_from escaping running_from runs_from chased_by being_chased_by hunted_by followed_by`,
      de: 'läuft_weg_vor rennt_vor läuft_vor flüchtet_vor flieht_vor wird_gejagt_von gejagt_von rennt_weg_vor verfolgt_von',
      fr: 'fuyant qui_fuit fuit poursuivi_par poursuivie_par',
      es: 'huyendo_de huye_de perseguido_por perseguida_por escapando_de',
      pt: 'fugindo_de fugindo_do fugindo_da perseguido_por',
      it: 'che_scappa_da scappando_da inseguito_da inseguita_da',
      nl: 'vlucht_voor achtervolgd_door',
      pl: 'uciekający_przed ucieka_przed',
      ru: 'убегает_от убегающий_от бежит_от',
    },
  },
  aimed: {
    stand: 'holding',
    words: {
      en: `throwing throws hurling hurls tossing tosses flinging launching launches casting casts shooting shoots firing fires kicking kicks spraying sprays squirting
        lobbing pitching hitting hits punching punches batting whacking smacking slapping`,
      de: 'wirft werfend schleudert schießt schießend kickt kickend tritt_einen tritt_den schlägt schlagend haut',
      fr: 'lançant lance qui_lance jetant jette qui_jette tirant_une tirant_un tire_une tire_un frappe frappant qui_frappe',
      es: 'lanzando lanza que_lanza arrojando arroja tirando_una tirando_un disparando dispara pateando patea chutando golpeando golpea',
      pt: 'lançando lança jogando_uma joga_uma arremessando atirando chutando chuta',
      it: 'che_lancia lanciando lancia che_tira tirando_una calciando che_colpisce colpendo',
      nl: 'gooit gooiend werpt schiet schoppend schopt',
      pl: 'rzuca rzucający rzucająca strzela strzelający kopie kopiący',
      ru: 'бросает бросающий кидает кидающий стреляет стреляющий пинает метает',
      uk: 'кидає стріляє',
      tr: 'atan atıyor fırlatan',
      ja: 'を投げる を投げている を蹴る を蹴っている を撃つ',
      zh: '扔 扔着 投 踢 踢着 射',
      ko: '던지는 던지고_있는 차는',
    },
  },
  dropped: {
    stand: 'holding',
    words: {
      en: `dropping drops dropped spilling spills spilled knocking knocks knocking_over knocks_over tipping_over tips_over toppling`,
      de: 'lässt_fallen verschüttet verschüttend stößt stoßend wirft_um schubst schubsend',
      fr: 'laissant_tomber laisse_tomber renversant renverse qui_renverse faisant_tomber fait_tomber qui_fait_tomber',
      es: 'dejando_caer derramando derrama tirando tira que_tira volcando',
      pt: 'derrubando derruba deixando_cair derramando',
      it: 'che_fa_cadere facendo_cadere fa_cadere rovesciando che_rovescia',
      nl: 'laat_vallen morst morsend stoot omgooiend',
      pl: 'upuszcza upuszczający rozlewa zrzuca zrzucający strąca',
      ru: 'роняет роняющий проливает сбрасывает сталкивает опрокидывает',
      uk: 'впускає скидає',
      tr: 'düşüren deviren',
      ja: 'を落とす を落としている をこぼす を倒す',
      zh: '打翻 弄掉 碰倒 推倒',
      ko: '떨어뜨리는 쏟는',
    },
  },
  fallen: {
    stand: 'on',
    words: {
      en: 'off off_of falling_off falling_off_of falls_off fell_off fallen_off rolling_off rolls_off sliding_off slipping_off slips_off',
      de: 'vom fällt_vom fällt_von fallend_von herunter_von rutscht_vom',
      fr: 'tombant_de tombant_du tombe_de tombe_du qui_tombe_de qui_tombe_du',
      es: 'cayendo_de cayéndose_de cae_de se_cae_de que_cae_de',
      pt: 'caindo_de caindo_da caindo_do cai_da cai_do',
      it: 'che_cade_da che_cade_dal che_cade_dalla cadendo_da cade_dal cade_dalla',
      nl: 'valt_van vallend_van',
      pl: 'spada_z spadający_z spadająca_z',
      ru: 'падает_с падающий_с падающая_с падает_со',
    },
  },
  walked: {
    stand: 'beside',
    words: {
      en: `walking_a walking_an walking_the walking_his walking_her walking_their walking_my walking_your walking_its walking_our walks_a walks_the walks_his walks_her walks_their
        walks_my walking_dogs_with taking_a_walk_with going_for_a_walk_with on_a_walk_with`,
      de: 'führt führend geht_gassi_mit gassi_mit spaziert_mit geht_spazieren_mit beim_spaziergang_mit',
      fr: 'promène promenant qui_promène promenant_son promenant_sa se_promène_avec',
      es: 'paseando paseando_a pasea pasea_a que_pasea que_pasea_a',
      pt: 'passeando_com passeia_com levando_para_passear',
      it: 'che_porta_a_spasso porta_a_spasso portando_a_spasso a_passeggio_con',
      nl: 'laat_uit uitlatend wandelt_met',
      pl: 'wyprowadza wyprowadzający wyprowadzająca na_spacerze_z spaceruje_z',
      ru: 'выгуливает выгуливающий гуляет_с на_прогулке_с',
      uk: 'вигулює гуляє_з',
      ja: 'を散歩させる を散歩させている の散歩をする',
      zh: '遛 遛着 在遛',
      ko: '산책시키는 산책시키고_있는',
    },
  },
  fed: {
    stand: 'beside',
    words: {
      en: 'feeding feeds giving_food_to gives_food_to',
      de: 'füttert fütternd fütternde fütternder',
      fr: 'nourrit nourrissant qui_nourrit donne_à_manger_à donnant_à_manger_à donne_à_manger_aux donnant_à_manger_aux',
      es: 'alimentando alimenta alimentando_a que_alimenta dando_de_comer_a da_de_comer_a',
      pt: 'alimentando alimenta dando_comida_a dando_comida_para',
      it: 'che_nutre nutrendo dando_da_mangiare_a dando_da_mangiare_ai dà_da_mangiare_a dà_da_mangiare_ai che_dà_da_mangiare_ai',
      nl: 'voert voerend voedert',
      pl: 'karmi karmiący karmiąca',
      ru: 'кормит кормящий кормящая',
      uk: 'годує',
      tr: 'besleyen besliyor',
      ja: 'に餌をあげる に餌をやる に餌をあげている',
      zh: '喂 喂着 餵 正在喂',
      ko: '먹이를_주는 에게_먹이를_주는',
    },
  },
  shared: {
    stand: 'holding',
    words: {
      en: 'fighting_over fights_over fight_over arguing_over argue_over quarreling_over quarrelling_over squabbling_over sharing share shares stealing steal steals',
      de: 'streiten_um streiten_sich_um kämpfen_um zanken_um teilen teilen_sich klauen stehlen klaut stiehlt',
      fr: 'se_battent_pour se_disputent se_battant_pour se_disputant partagent partageant volant_une volant_un volent',
      es: 'peleando_por peleándose_por pelean_por compartiendo comparten robando roban roba',
      pt: 'brigando_por disputando dividindo compartilhando roubando roubam',
      it: 'che_litigano_per litigano_per che_si_contendono condividendo che_condividono rubando che_rubano',
      nl: 'vechten_om ruziën_om delen stelen',
      pl: 'walczą_o kłócą_się_o dzielą_się kradną kradnące',
      ru: 'дерутся_за делят воруют крадут борются_за',
      uk: "б'ються_за ділять крадуть",
      ja: 'を奪い合う を盗む を分け合う',
      zh: '争抢 抢 偷 分享',
      ko: '훔치는 나눠_먹는',
    },
  },
  watered: { stand: 'holding', words: { en: 'pouring_water_on pouring_water_over pours_water_on' } },
  tabled: {
    stand: 'holding',
    words: {
      en: `working_on_a working_on_his working_on_her working_on_the working_at typing_on typing_on_a typing_at playing_at_a_table cutting cuts slicing slices chopping chops carving
        carves peeling kneading decorating frosting blowing_out_candles_on blowing_out_the_candles_on blowing_out_candles_of blowing_out_the_candles_of blowing_the_candles_on
        blowing_candles_on blowing_out_his_candles_on blowing_out_her_candles_on blows_out_candles_on blows_out_the_candles_on blowing_out`,
      de: 'arbeitet_am arbeitet_an_einem tippt_auf schneidet schneidend schneidet_an anschneidend knetet verziert',
      fr: 'travaillant_sur travaille_sur qui_travaille_sur tapant_sur coupant coupe_un coupe_une qui_coupe découpant découpe qui_découpe tranchant décorant',
      es: 'trabajando_en trabaja_en escribiendo_en tecleando_en cortando corta que_corta partiendo picando decorando',
      pt: 'trabalhando_no trabalhando_em digitando_no digitando_em cortando corta fatiando decorando',
      it: 'che_lavora_al lavorando_al che_scrive_al che_taglia tagliando affettando che_affetta decorando',
      nl: 'werkt_op typt_op werkend_op snijdt snijdend aansnijdend',
      pl: 'pracujący_na pracuje_na pisze_na kroi krojący krojąca',
      ru: 'работает_за печатает_на работающий_за режет режущий режущая нарезает',
      ja: 'を切る を切っている',
      zh: '切 切着 在切',
    },
  },
  hugged: {
    stand: 'beside',
    words: {
      en: 'hugging hugs embracing embraces cuddling cuddles snuggling snuggles hugging_each_other giving_a_hug_to gives_a_hug_to',
      de: 'umarmt umarmend umarmen umarmen_sich sich_umarmend kuschelt kuscheln kuschelnd_mit',
      fr: 'qui_se_font_un_câlin se_font_un_câlin fait_un_câlin_à câline qui_câline serre_dans_ses_bras enlacés enlace',
      es: 'abrazando abraza abrazando_a abraza_a abrazándose se_abrazan abrazados',
      pt: 'abraçando abraça se_abraçando',
      it: 'abbracciando abbraccia che_abbraccia che_si_abbracciano si_abbracciano',
      nl: 'knuffelt knuffelend omhelst',
      pl: 'przytula przytulający przytulająca przytulają_się',
      ru: 'обнимает обнимающий обнимающая обнимаются',
      ja: 'を抱きしめる を抱きしめている を抱きしめた ハグしている 抱き合っている 抱き合う',
      zh: '拥抱 抱着',
      ko: '껴안는 안고_있는 포옹하는',
    },
  },
  kissed: {
    stand: 'beside',
    words: {
      en: 'kissing_a kissing_the kissing_an kissing_his kissing_her kissing_each_other kisses_a kisses_the kisses_her kisses_his',
      de: 'küsst küssen_sich küsst_eine küsst_einen küsst_ein',
      fr: "qui_s'embrassent s'embrassent embrassant embrasse qui_embrasse",
      es: 'besando_a besa_a besando_al besándose se_besan besando_una besando_un',
      it: 'che_bacia baciando si_baciano che_si_baciano',
      pt: 'beijando_um beijando_uma se_beijando',
      ru: 'целует целуются целующий',
      ja: 'にキスする にキスしている にキスをする キスしている',
      zh: '亲吻 亲着',
      pl: 'całuje całują_się całujący',
    },
  },
  handed: {
    stand: 'beside',
    words: {
      en: 'holding_hands holding_hands_with hand_in_hand hand_in_hand_with holds_hands_with hold_hands shaking_hands shaking_hands_with shakes_hands_with',
      de: 'händchenhaltend händchen_haltend hand_in_hand halten_händchen hält_händchen_mit halten_sich_an_den_händen',
      fr: 'main_dans_la_main se_tenant_la_main qui_se_tiennent_la_main se_tiennent_la_main se_tiennent_par_la_main se_tenant_par_la_main',
      es: 'tomados_de_la_mano agarrados_de_la_mano de_la_mano cogidos_de_la_mano dándose_la_mano se_dan_la_mano',
      it: 'che_si_tengono_per_mano per_mano si_tengono_per_mano',
      pt: 'de_mãos_dadas',
      nl: 'hand_in_hand',
      pl: 'trzymają_się_za_ręce trzymający_się_za_ręce',
      ru: 'держатся_за_руки держащиеся_за_руки за_руку_с',
      ja: '手をつなぐ 手をつないでいる 手をつないだ 手を繋いでいる 手を繋ぐ',
      zh: '手牵手 手拉手',
      ko: '손을_잡은 손잡고_있는',
    },
  },
  danced: {
    stand: 'beside',
    words: {
      en: 'dancing_with dances_with dancing_together waltzing_with dancing_tango_with',
      de: 'tanzt_mit tanzend_mit tanzen',
      fr: 'danse_avec dansant_avec qui_danse_avec dansent',
      es: 'bailando_con baila_con bailan',
      it: 'che_balla_con ballando_con ballano',
      pt: 'dançando_com dança_com dançam',
      ru: 'танцует_с танцуют',
      pl: 'tańczy_z tańczą',
      nl: 'danst_met',
      ja: '踊っている 踊る',
    },
  },
  fived: {
    stand: 'beside',
    words: {
      en: 'high_fiving high-fiving high_fives giving_a_high_five_to gives_a_high_five_to giving_high_five_to',
      de: 'klatscht_ab klatschen_sich_ab',
      es: 'chocando_los_cinco chocan_los_cinco',
      fr: 'tope_la_main_de se_tapent_dans_la_main',
      ja: 'ハイタッチする ハイタッチしている',
    },
  },
  wrestled: {
    stand: 'beside',
    words: {
      en: 'arm_wrestling arm-wrestling arm_wrestles armwrestling arm_wrestling_with arm_wrestling_a',
      de: 'beim_armdrücken beim_armdrücken_mit armdrücken',
      fr: 'fait_un_bras_de_fer_avec font_un_bras_de_fer bras_de_fer',
      es: 'haciendo_un_pulso haciendo_un_pulso_con pulso_de_brazos echando_un_pulso',
      ja: '腕相撲 腕相撲をしている',
    },
  },
  whispered: {
    stand: 'beside',
    words: {
      en: 'whispering_to whispers_to whispering_in_the_ear_of telling_a_secret_to tells_a_secret_to',
      de: 'flüstert_mit flüstert_zu',
      fr: 'chuchotant_à chuchote_à qui_chuchote_à',
      es: 'susurrando_a susurrándole_a le_susurra_a susurra_a',
      ja: 'にささやく にささやいている',
    },
  },
  fought: {
    stand: 'beside',
    words: {
      en: 'fighting fights attacking attacks battling battles vs versus against fighting_with fights_with fighting_against fights_against in_a_fight_with',
      de: 'gegen kämpft_gegen kämpft_mit kämpfen kämpfen_gegen kämpfend',
      fr: 'contre affrontant se_bat_contre se_battant_contre combat combattant qui_se_bat_contre se_battent',
      es: 'contra peleando_con pelea_con luchando_contra lucha_contra peleando luchando_con',
      it: 'contro che_combatte combattendo che_combatte_contro',
      pt: 'contra lutando_com lutando_contra luta_contra',
      ru: 'против дерется_с сражается_с борется_с',
      pl: 'przeciwko kontra walczy_z walczący_z',
      nl: 'tegen vecht_met vechtend_met vecht_tegen',
      ja: 'と戦う と戦っている 戦っている',
      zh: '大战 大戰 对战 打架 战斗',
      ko: '싸우는',
    },
  },
  dueled: {
    stand: 'beside',
    words: {
      en: 'dueling duels duelling duel_with dueling_with sword_fighting sword_fighting_with fencing_with fencing_against crossing_swords_with',
      de: 'duelliert duellieren_sich duelliert_sich_mit im_duell_mit ficht_gegen',
      fr: 'en_duel_avec en_duel_contre se_bat_en_duel_contre',
      es: 'en_duelo_con batiéndose_en_duelo_con',
      it: 'in_duello_con',
      ja: 'と決闘する と決闘している',
    },
  },
  boxed: {
    stand: 'beside',
    words: {
      en: 'boxing_a boxing_an boxing_the boxing_with boxing_against boxes_with in_a_boxing_match_with in_a_boxing_ring_with',
      de: 'boxt boxt_gegen boxt_mit boxen_gegen',
      fr: 'boxe_contre boxant_contre',
      es: 'boxeando_con boxeando_contra boxea_con',
      ja: 'とボクシングする',
    },
  },
  given: {
    stand: 'holding',
    words: {
      en: 'gives giving gave gifting handing hands_over hands_a offering offers presenting bringing brings',
      de: 'gibt gebend schenkt schenkend überreicht überreichend reicht bringt',
      fr: 'donne donnant qui_donne offre offrant qui_offre apporte',
      es: 'dando da que_da regalando regala ofreciendo ofrece dándole le_da entregando entrega',
      it: 'che_dà dando che_regala regalando',
      pt: 'dando dá entregando',
      nl: 'geeft gevend',
      pl: 'daje dający dająca wręcza',
      ru: 'дарит дает даёт дарящий вручает',
      ja: 'をあげる をあげている を渡す を渡している をプレゼントする',
      zh: '送给 送',
      ko: '주는',
    },
  },
  coiled: {
    stand: 'beside',
    words: {
      en: `curled_around curled_up_around curls_around curls_up_around curling_around curling_up_around coiled_around coiled_up_around coils_around coiling_around wrapped_around
        wraps_around wrapping_around wrapped_itself_around wound_around winding_around twisted_around twined_around entwined_around snaking_around`,
      de: 'schlingt_sich_um windet_sich_um geschlungen_um gewickelt_um eingerollt_um zusammengerollt_um gekringelt_um',
      fr: 'enroulé_autour enroulée_autour enroulé_autour_de enroulée_autour_de enroulé_autour_du lové_autour_de lovée_autour_de',
      es: 'enroscado_en enroscada_en enroscado_alrededor_de enroscada_alrededor_de enrollado_alrededor_de enrollada_alrededor_de enrollado_en enrollada_en',
      it: 'avvolto_attorno_a avvolta_attorno_a arrotolato_attorno_a attorcigliato_a avvolto_intorno_a',
      pt: 'enrolado_em enrolada_em enroscado_em enroscada_em enrolado_ao_redor_de enrolado_em_volta_de',
      nl: 'gekruld_om gewikkeld_om gekronkeld_om opgerold_om',
      pl: 'owinięty_wokół owinięta_wokół zwinięty_wokół zwinięta_wokół',
      ru: 'обвился_вокруг обвившийся_вокруг обвивает свернулся_вокруг свернувшийся_вокруг',
      ja: 'に巻きつく に巻きついている に巻き付いた',
    },
  },
  swallowed: {
    stand: 'beside',
    words: {
      en: 'swallowing swallows swallowing_up swallowed devouring devours gulping gulping_down gobbling gobbling_up gobbles eating_up swallowing_whole devouring_whole',
      de: 'verschluckt verschlingt verschluckend verschlingend',
      fr: 'avalant avale qui_avale dévorant dévore qui_dévore engloutissant engloutit',
      es: 'tragándose se_traga tragando_a devorando devora devorando_a tragándose_a se_traga_a',
      it: 'che_inghiotte inghiottendo che_ingoia ingoiando che_divora divorando',
      pt: 'engolindo engole devorando devora',
      nl: 'slokt_op verslindt inslikt verslindend',
      pl: 'połyka połykający pożera pożerający',
      ru: 'глотает проглатывает пожирает пожирающий',
      ja: 'を飲み込む を飲み込んでいる を丸呑みする',
      zh: '吞 吞下 吞噬',
    },
  },
};

/** What two do with each other, said as a thing, or of both: “a **duel** between a pirate and a ninja”. */
export const TOGETHER: Readonly<Partial<Record<Doing, Readonly<Record<string, string>>>>> = {
  hugged: { en: 'hugging hug embrace', de: 'umarmung', fr: 'câlin', es: 'abrazo' },
  kissed: { en: 'kissing kiss', de: 'küssend', fr: 'baiser', es: 'besándose' },
  handed: { en: 'handshake holding_hands' },
  danced: { en: 'dancing dancing_together slow_dance', de: 'tanzend', fr: 'dansant', es: 'bailando' },
  fived: {
    en: 'high_five high-five high_fiving high-fiving',
    de: 'high_five',
    fr: 'high_five',
    es: 'choca_esos_cinco',
  },
  wrestled: {
    en: 'arm_wrestling arm-wrestling arm_wrestling_match',
    de: 'armdrücken',
    fr: 'bras_de_fer',
    ja: '腕相撲',
  },
  fought: { en: 'fighting fight brawl battle', de: 'kampf', fr: 'combat bagarre', es: 'pelea' },
  dueled: { en: 'duel dueling duelling sword_fight swordfight', de: 'duell', fr: 'duel', es: 'duelo', ja: '決闘' },
  boxed: { en: 'boxing boxing_match boxing_fight', de: 'boxkampf boxend', fr: 'match_de_boxe', es: 'combate_de_boxeo' },
};
