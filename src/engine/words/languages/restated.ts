/**
 * What people say in phrases that say something else word by word, by the one word that says the same where the phrase
 * stands beside something (a state, a mood, a gesture), or by the words for things that it names. Words as in
 * `LanguageTable`, in whatever language.
 */
export const RESTATED: Readonly<Record<string, string>> = {
  malfunctioning: `not_working not_work isn't_working isnt_working is_not_working are_not_working aren't_working not_working_anymore no_longer_works no_longer_working doesn't_work doesnt_work dont_work don't_work does_not_work
    won't_work wont_work won't_start wont_start won't_turn_on wont_turn_on won't_boot wont_boot won't_open wont_open won't_print wont_print doesn't_start doesnt_start does_not_start doesn't_turn_on doesnt_turn_on
    can't_start cant_start not_starting not_turning_on not_responding not_loading won't_load wont_load doesn't_load out_of_order out_of_service stopped_working has_stopped_working quit_working broke_down broken_down gave_up_the_ghost
    funktioniert_nicht funktioniert_nicht_mehr geht_nicht geht_nicht_mehr geht_nicht_an springt_nicht_an startet_nicht läuft_nicht außer_betrieb ist_im_eimer
    ne_marche_pas ne_marche_plus marche_pas marche_plus ne_fonctionne_pas ne_fonctionne_plus ne_démarre_pas ne_démarre_plus démarre_pas en_panne hors_service ne_s'allume_pas
    no_funciona no_arranca no_enciende no_prende no_anda no_va dejó_de_funcionar fuera_de_servicio
    não_funciona não_liga não_pega não_anda parou_de_funcionar fora_de_serviço non_funziona non_parte non_si_accende fuori_servizio in_panne
    werkt_niet werkt_niet_meer doet_het_niet start_niet buiten_werking buiten_gebruik nie_działa nie_odpala nie_włącza_się
    не_работает не_заводится не_включается не_працює не_вмикається сломался сломалась сломалось bozuldu bozuk bozulmuş 坏了 壞了 坏掉了 고장난 고장났어 고장`,
  discharged: `out_of_battery out_of_power out_of_juice out_of_charge low_on_battery no_battery without_battery battery_died battery_is_dead battery_dead dead_battery has_no_battery ran_out_of_battery running_out_of_battery needs_charging
    needs_to_charge on_low_battery battery_low akku_leer akku_ist_leer ohne_akku batterie_leer batterie_ist_leer sans_batterie plus_de_batterie batterie_vide à_plat sin_batería sin_bateria sem_bateria
    senza_batteria batteria_scarica zonder_batterij batterij_leeg zonder_stroom bez_baterii села_батарейка сел_аккумулятор без_батареи разрядился разрядилась şarjı_bitmiş şarjı_bitti 没电 没电了 沒電 배터리_없는 배터리가_없는 방전된 充電切れ 電池切れ`,
  missing:
    'not_found can_not_be_found could_not_be_found cannot_be_found nicht_gefunden pas_trouvé introuvable no_encontrado no_encontrada não_encontrado não_encontrada non_trovato niet_gevonden nie_znaleziono не_найден не_найдена',
  'in love with': 'on_a_date_with a_date_with going_on_a_date_with dating',
  burning: 'this_is_fine everything_is_fine the_floor_is_lava floor_is_lava',
  'two people boxing': `two_boxers 2_boxers boxers_fighting two_boxers_fighting boxers_sparring zwei_boxer zwei_boxern deux_boxeurs dos_boxeadores dois_boxeadores due_pugili twee_boksers dwóch_bokserów два_боксёра
    два_боксера два_боксери iki_boksör`,
  'cauldron full of coins': `pot_of_gold pots_of_gold pot_o'_gold topf_voll_gold topf_mit_gold goldtopf chaudron_d'or pot_d'or olla_de_oro caldero_de_oro pote_de_ouro pentola_d'oro pot_met_goud pot_goud garnek_złota горшок_золота горшочек_золота
    горщик_золота`,
  furious: 'rage_quit rage_quits rage_quitting ragequit rage_quitted',
  sceptical: 'side_eye side_eyes side_eyeing giving_side_eye giving_the_side_eye side-eye bombastic_side_eye',
  annoyed: 'eye_roll eye_rolls rolling_eyes rolling_its_eyes rolls_eyes eye_rolling eyeroll',
  nervous: 'face_palm facepalm facepalms facepalming face_palming',
  angry: 'peace_was_never_an_option chose_violence choosing_violence woke_up_and_chose_violence has_chosen_violence',
  surprised: 'surprised_pikachu_face surprised_pikachu shocked_pikachu_face shocked_pikachu',
  large: 'absolute_unit_of_a absolute_unit_of an_absolute_unit absolute_unit big_chonky_boi chonky_boi chonky_boy',
  'with chart increasing': 'stonks stonk',
  'with microphone': 'mic_drop mic_drops drops_the_mic dropping_the_mic drops_mic',
  'with pinched fingers': "chef's_kiss chefs_kiss chef_kiss",
};

/** What is said before a joke and shows nothing: who says it, or that it is one. */
export const OPENINGS = `when pov nobody no_one absolutely_nobody absolutely_no_one literally_nobody literally_no_one literally_everyone
  it's_giving its_giving als_ob wenn quand cuando quando wanneer kiedy gdy когда коли`;

/** Of these, what says that it is told of whoever says it: “**me when** pizza”. */
export const OF_ME = `me_when me_whenever my_face_when mfw tfw that_feeling_when that_feel_when the_feeling_when mrw my_reaction_when not_me me_irl me_after me_on_my_way_to me_on_my_way me_trying_to me_trying_not_to
  ich_wenn ich_als mein_gesicht_wenn das_gefühl_wenn moi_quand ma_tête_quand yo_cuando mi_cara_cuando eu_quando minha_cara_quando io_quando la_mia_faccia_quando
  ik_als ik_wanneer ja_kiedy ja_gdy я_когда моё_лицо_когда я_коли`;

/** Who may be the one to whom it happens, and what he does that shows nothing, behind an opening. */
export const OPENING_SUBJECTS = `i you u we your_are you_are you're youre ich du je tu j yo tú eu você io ik je ja ty я ты`;
export const OPENING_VERBS = `see get hear find smell open want need spot finally_get finally_see realize remember am are
  sehe siehst höre bekomme finde vois voyais vo vient trouve veo ves encuentro vejo vê acho vedo vedi trovo zie vind krijg widzę widzisz вижу видишь`;

/** Words that are another thing beside some others: the word, what it then means, and what stands beside it. */
export const BY_COMPANY: readonly (readonly [word: string, meant: string, beside: string])[] = [
  [
    'bat',
    'baseball bat',
    'baseball ball baseballs swinging swing hitting hit hits bonk bonks bonking bonked pitcher wooden home_run softball glove',
  ],
  [
    'mouse',
    'computer mouse',
    'keyboard computer pc laptop wireless usb gaming cursor click clicking monitor bluetooth scroll mousepad',
  ],
  [
    'crane',
    'building construction',
    'lifting construction building site tower steel load concrete yellow excavator worker',
  ],
  ['crane', 'bird', 'water bird flying feathers feather nest lake wading white paper origami standing'],
  ['date', 'two hearts', 'romantic dinner night first blind going cute tonight'],
  ['bow', 'bow and arrow', 'arrow arrows shooting archer archery target elf aiming quiver hunting'],
  ['club', 'flag in hole', 'golf golfing'],
  ['jam', 'traffic jam', 'cars stuck highway motorway'],
];

/** Before words in quotes: that somebody says them, or they are said to somebody. */
export const QUOTING =
  'hears hear hearing heard yells yelling screams screaming shouts shouting whispers whispering asks asking texts texting thinks thinking goes like singing sings hört ruft schreit denkt entend crie pense oye grita piensa ouve sente slyszy слышит кричит думает';
