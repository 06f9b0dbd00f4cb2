/** How something is, by what shows that. Words as in `LanguageTable`, in whatever language. */
export interface State {
  readonly words: string;
  /** In English: of the mood or mark that shows it. */
  readonly mood?: string;
  readonly colour?: string;
  /** Of spots on it. */
  readonly spots?: string;
  /** Caption name of what lies below or beside it, or, of people, of who they then are. */
  readonly below?: string;
  readonly beside?: string;
  readonly person?: string;
}

export const STATES: readonly State[] = [
  {
    words: `melting melted molten thawing schmelzend schmelzende schmelzender schmelzendes schmilzt geschmolzen geschmolzene geschmolzener geschmolzenes fondu fondue fondant
      qui_fond derretido derretida derritiéndose se_derrite derretendo derretendo-se sciolto sciolta che_si_scioglie smeltend smeltende gesmolten topniejący topiący_się roztopiony
      тающий тающая тает танучий тане eriyen erimiş 溶けた 溶けている 溶ける 融化 融化的 녹는 녹아내리는 녹고_있는 पिघलता पिघलती ذائب ذائبة`,
    below: 'puddle',
  },
  {
    words: `frozen icy frosted gefroren gefrorene gefrorener gefrorenes eingefroren eingefrorene eingefrorener vereist gelé gelée congelado congelada ghiacciato ghiacciata congelato congelata
      bevroren zamrożony zamrożona zamarznięty zamarznięta замёрзший замёрзшая замерзший замерзлий donmuş 凍った 冻住的 冰冻的 얼어붙은 꽁꽁_언 जमा_हुआ متجمد متجمدة`,
    beside: 'snowflake',
  },
  {
    words: `burnt burned charred scorched verbrannt verbrannte verbrannter verbranntes angebrannt angebrannte angebrannter brûlé brûlée quemado quemada queimado queimada bruciato bruciata
      verbrand verbrande spalony spalona przypalony подгоревший сгоревший підгорілий згорілий yanmış yanık 焦げた 烧焦的 燒焦的 烤焦的 탄 जला_हुआ محروق محروقة`,
    mood: 'on fire',
    colour: 'black',
  },
  {
    words: `muddy dirty filthy grubby schmutzig schmutzige schmutziger schmutziges dreckig dreckige dreckiger schlammig schlammige boueux boueuse sale embarrado embarrada sucio sucia
      enlameado enlameada sujo suja infangato infangata sporco sporca modderig modderige vies vieze brudny brudna ubłocony грязный грязная грязные брудний брудна çamurlu kirli
      泥だらけの 汚れた 脏 脏兮兮的 髒 진흙투성이 더러운 गंदा गंदी متسخ متسخة`,
    spots: 'brown',
  },
  {
    words: `broken cracked shattered smashed injured hurt wounded kaputt kaputte kaputter kaputtes zerbrochen zerbrochene zerbrochener zerbrochenes verletzt verletzte verletzter cassé cassée
      brisé brisée blessé blessée roto rota herido herida quebrado quebrada machucado machucada rotto rotta ferito ferita kapot kapotte gebroken gewond gewonde zepsuty zepsuta złamany
      ranny сломанный сломанная разбитый разбитая раненый зламаний розбитий поранений kırık yaralı 壊れた 怪我した 坏了的 壞掉的 受伤的 受傷的 부서진 망가진 다친 टूटा_हुआ टूटी_हुई
      घायल مكسور مكسورة مجروح`,
    beside: 'adhesive bandage',
  },
  {
    words: `rotten rotting mouldy moldy spoiled verfault verfaulte verfaulter faul_geworden verschimmelt verschimmelte verschimmelter pourri pourrie podrido podrida podre estragado estragada
      marcio marcia rot_geworden verrot verrotte beschimmeld zgniły zgniła spleśniały гнилой гнилая тухлый гнилий гнила çürük küflü 腐った 腐烂的 腐爛的 썩은 सड़ा_हुआ सड़ी_हुई متعفن متعفنة`,
    beside: 'fly',
    colour: 'brown',
  },
  {
    words: `wet soaked soaking soggy dripping dripping_wet drenched nass nasse nasser nasses durchnässt durchnässte durchnässter mouillé mouillée trempé trempée mojado mojada empapado
      empapada molhado molhada encharcado bagnato bagnata fradicio nat_geworden natte doorweekt mokry mokra мокрый мокрая мокрое мокрий мокра ıslak sırılsıklam びしょ濡れの 濡れた 湿漉漉的
      濕漉漉的 젖은 흠뻑_젖은 भीगा_हुआ भीगी_हुई مبلل مبللة`,
    mood: 'sweating',
  },
  {
    words: `dancing dances tanzend tanzende tanzender tanzendes tanzt dansant dansante qui_danse bailando baila bailarín ballando balla che_balla dançando dança dansend dansende
      tańczący tańcząca tańczy танцующий танцующая танцует танцюючий танцює dans_eden 踊る 踊っている 跳舞 跳舞的 춤추는 नाचता नाचती يرقص ترقص`,
    mood: 'singing',
    person: 'dancer',
  },
  {
    words: `scary spooky creepy menacing gruselig gruselige gruseliger gruseliges unheimlich unheimliche unheimlicher effrayant effrayante aterrador aterradora assustador assustadora spaventoso
      spaventosa griezelig griezelige enge straszny straszna straszne страшный страшная страшное страшний страшна страшне korkunç ürkütücü 怖い こわい 可怕的 恐怖的 무서운 डरावना डरावनी مخيف مخيفة`,
    mood: 'evil',
  },
];
