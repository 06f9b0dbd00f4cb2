import type { Pattern } from '../../memory/index.js';

/** How something is, or what it is made of, by what shows that. Words as in `LanguageTable`, in whatever language. */
export interface State {
  readonly words: string;
  /** Names of what it is made of or like, which say so right before a thing alone: “**ice** dragon”. */
  readonly nouns?: string;
  /** Whether only who lives is said to be so by these. */
  readonly isOfLiving?: boolean;
  /** Whether only what does not live is said to be so, and no part of somebody. */
  readonly isOfThings?: boolean;
  /** By the caption name of a thing, that of what stands for it when it is so. */
  readonly as?: Readonly<Record<string, string>>;
  /** Names of what it is made of, only behind a word for that: “a dog made of **cheese**”. */
  readonly stuffs?: string;
  /** In English: of the mood or mark that shows it. */
  readonly mood?: string;
  /** Caption name of where it is, unless that is said. */
  readonly place?: string;
  /** Caption names of what is so by itself, and is drawn as ever. */
  readonly shownBy?: readonly string[];
  readonly colour?: string;
  readonly pattern?: Pattern;
  /** Caption name of what lies below or beside it, or, of people, of who they then are. */
  readonly below?: string;
  readonly beside?: string;
  readonly person?: string;
}

/** Joins a thing to what it is made of, and what does so in languages in which a thing is named first. */
export const MADE_OF = 'made_of made_out_of made_from aus gemacht_aus gemaakt_van van ze из із з';
export const OF_STUFF = 'in en de di z fait_en hecho_de feito_de fatto_di';

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
    pattern: { kind: 'patches', colour: 'brown' },
  },
  {
    words: `broken cracked shattered smashed injured hurt wounded kaputt kaputte kaputter kaputtes zerbrochen zerbrochene zerbrochener zerbrochenes verletzt verletzte verletzter cassé cassée
      brisé brisée blessé blessée roto rota herido herida quebrado quebrada machucado machucada rotto rotta ferito ferita kapot kapotte gebroken gewond gewonde zepsuty zepsuta złamany
      ranny сломанный сломанная разбитый разбитая раненый зламаний розбитий поранений kırık yaralı 壊れた 怪我した 坏了的 壞掉的 受伤的 受傷的 부서진 망가진 다친 टूटा_हुआ टूटी_हुई
      घायल مكسور مكسورة مجروح`,
    beside: 'adhesive bandage',
  },
  {
    words: 'malfunctioning glitched defekt defekte defekter defektes défectueux defectuoso difettoso',
    beside: 'cross mark',
  },
  { words: 'discharged uncharged', beside: 'low battery' },
  { words: 'missing', beside: 'magnifying glass tilted left' },
  {
    words: `empty leer leere leerer leeres vide vacío vacía vazio vazia vuoto vuota leeg lege pusty pusta puste пустой пустая пустое порожній порожня boş 空の 空っぽの からっぽの 空的 빈 텅_빈 खाली فارغ فارغة`,
    beside: 'spider web',
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
    words: `scary spooky creepy menacing cursed verflucht verfluchter verfluchte maudit maudite maldito maldita maledetto maledetta vervloekte przeklęty проклятый проклятая проклятий lanetli 呪われた 被诅咒的 저주받은 gruselig gruselige gruseliger gruseliges unheimlich unheimliche unheimlicher effrayant effrayante aterrador aterradora assustador assustadora spaventoso
      spaventosa griezelig griezelige enge straszny straszna straszne страшный страшная страшное страшний страшна страшне korkunç ürkütücü 怖い こわい 可怕的 恐怖的 무서운 डरावना डरावनी مخيف مخيفة`,
    mood: 'evil',
    shownBy: [
      ...['skeleton', 'skull', 'skull and crossbones', 'ghost', 'zombie', 'vampire', 'mummy', 'werewolf', 'spider'],
      ...['spider web', 'coffin', 'headstone', 'derelict house', 'forest at night', 'graveyard', 'stormy night'],
    ],
  },
  {
    words: `golden goldener goldene goldenes doré dorée dorado dorada dourado dourada dorato dorata gouden złoty złota złote золотой золотая золотое золотий золота золоте altın_renkli 金色の 金の 金色的 金色 황금 금색 सुनहरा सुनहरी ذهبي ذهبية`,
    nouns: 'gold or oro ouro goud złota золота',
    colour: 'yellow',
    pattern: { kind: 'gloss', colour: 'yellow' },
  },
  {
    words: `metal metallic chrome steel metallisch metallischer metallische verchromt silbern silberner silberne métallique argenté argentée metálico metálica plateado plateada prateado prateada metallico metallica argentato metalen zilveren metalowy metalowa srebrny srebrna металлический металлическая серебряный серебряная металевий металева срібний срібна metalik gümüş_renkli 銀色の 金属の 金属的 银色的 금속 은색 धातु_का चांदी_का معدني معدنية فضي فضية`,
    nouns: 'silver iron metall silber metal métal argent plata prata metallo argento zilver metaal metalu металла',
    colour: 'grey',
    pattern: { kind: 'gloss', colour: 'grey' },
  },
  {
    words: `robotic robot_like robotisch robotischer robotische robótico robótica robotico robotica`,
    nouns: 'robot android robo roboter cyborg mecha mech droid',
    isOfLiving: true,
    colour: 'grey',
    pattern: { kind: 'gloss', colour: 'grey' },
  },
  {
    words: `bronze copper bronzen bronzener bronzene kupfern бронзовый бронзовая`,
    colour: 'brown',
    pattern: { kind: 'gloss', colour: 'brown' },
  },
  {
    words: `transparent_glass see-through translucent crystalline gläsern gläserner gläserne glazen szklany szklana szklane lodowy lodowa стеклянный стеклянная стеклянное ледяной ледяная хрустальный скляний скляна крижаний крижана camdan buzdan ガラスの 氷の 水晶の 玻璃的 冰的 水晶的 유리 얼음 काँच_का बर्फ_का زجاجي زجاجية جليدي`,
    nouns:
      'glass ice crystal diamond gem sapphire glas eis kristall verre cristal vidrio hielo vidro gelo vetro ghiaccio cristallo ijs szkła lodu стекла льда',
    colour: 'blue',
    pattern: { kind: 'gloss', colour: 'blue' },
  },
  {
    words: `wooden hölzern hölzerner hölzerne hölzernes houten drewniany drewniana drewniane деревянный деревянная деревянное дерев'яний дерев'яна ahşap 木の 木製の 木制的 木头的 나무로_만든 목제 लकड़ी_का लकड़ी_की خشبي خشبية`,
    nouns: 'wood holz bois madera madeira legno hout drewna дерева',
    colour: 'brown',
    pattern: { kind: 'grain', colour: 'brown' },
  },
  {
    words: `steinern steinerner steinerne stenen kamienny kamienna каменный каменная кам'яний кам'яна taştan 石の 石でできた 石头的 石頭的 돌로_만든 पत्थर_का حجري حجرية petrified`,
    nouns: 'stone rock granite concrete stein pierre piedra pedra pietra steen kamienia камня',
    colour: 'grey',
    pattern: { kind: 'grain', colour: 'grey' },
  },
  {
    words: `marmeren marmurowy мраморный мраморная 大理石の 大理石的 대리석`,
    nouns: 'marble marmor marbre mármol mármore marmo marmer',
    colour: 'white',
    pattern: { kind: 'grain', colour: 'white' },
  },
  {
    words: ``,
    nouns: 'lava magma lave',
    colour: 'red',
    pattern: { kind: 'patches', colour: 'yellow' },
  },
  {
    words: `galactic cosmic celestial starry nebula galaxy_print galaxy_patterned galaxy-patterned kosmisch kosmischer kosmische cosmique galactique cósmico cósmica galáctico galáctica cosmico cosmica kosmische kosmiczny kosmiczna космический космическая космічний космічна kozmik 宇宙柄の 銀河の 宇宙的 银河的 은하 우주무늬`,
    nouns: 'galaxy',
    pattern: { kind: 'galaxy' },
  },
  { words: '', nouns: 'space outer_space universe cosmos', isOfLiving: true, pattern: { kind: 'galaxy' } },
  {
    words: `undead zombified rotting_alive untot untoter untote mort-vivant no_muerto`,
    nouns: 'zombie zombi ゾンビ 僵尸 좀비 зомби',
    isOfLiving: true,
    colour: 'green',
    pattern: { kind: 'patches', colour: 'grey' },
  },
  {
    words: `ghostly ghosting ghosted spectral geisterhaft geisterhafter geisterhafte fantomatique fantasmal espectral spettrale призрачный призрачная`,
    nouns: 'ghost phantom',
    isOfLiving: true,
    colour: 'white',
    pattern: { kind: 'gloss', colour: 'white' },
  },
  {
    words: `camouflage camo camouflaged in_camouflage tarnfarben camuflaje camuflado mimetico камуфляжный`,
    colour: 'green',
    pattern: { kind: 'patches', colour: 'brown' },
  },
  {
    words: `rusty rusted corroded rostig rostige rostiger rostiges verrostet rouillé rouillée oxidado oxidada enferrujado arrugginito roestig zardzewiały ржавый ржавая іржавий paslı 錆びた 生锈的 生鏽的 녹슨 ज़ंग_लगा صدئ`,
    pattern: { kind: 'patches', colour: 'brown' },
  },
  {
    words: `old ancient antique aged worn worn-out worn_out shabby tattered weathered battered dusty decrepit dilapidated alt alte alter altes alten altem uralt uralte uralter uraltes antik antike antiker antikes
      abgenutzt abgenutzte abgenutzter vieux vieil vieille vieilles ancien ancienne anciens anciennes usé usée viejo vieja viejos viejas antiguo antigua antiguos antiguas velho velha velhos velhas antigo antiga antigos
      antigas vecchio vecchia vecchi vecchie antico antica antichi antiche oud oude ouden antiek antieke versleten stary stara stare starego starej antyczny antyczna stareńki старый старая старое старые старого
      старой старинный старинная старинное древний древняя ветхий старий стара старе старі старого старої старовинний старовинна давній eski antika yıpranmış 古い 古びた ボロボロの 年代物の アンティークの 旧 旧的
      舊 舊的 古老的 古董 破旧的 오래된 낡은 헌 고대의 पुराना पुरानी पुराने प्राचीन قديم قديمة عتيق عتيقة gammal gammalt gamla gammel gammelt gamle vanha vanhat starý stará staré starobylý
      παλιός παλιά παλιό αρχαίος αρχαία αρχαίο régi ősi vechi veche antic antică เก่า โบราณ`,
    isOfThings: true,
    as: { phone: 'telephone', laptop: 'computer', house: 'derelict house', 'alarm clock': 'mantelpiece clock' },
    pattern: { kind: 'patches', colour: 'brown' },
    beside: 'spider web',
  },
  {
    words: `abandoned derelict run-down run_down deserted_and_old verlassen verlassene verlassenes verlassener verfallen verfallene verfallenes abandonné abandonnée délabré délabrée abandonado abandonada abbandonato
      abbandonata verlaten vervallen opuszczony opuszczona opuszczone zrujnowany заброшенный заброшенная заброшенное заброшенном занедбаний занедбана terk_edilmiş 廃墟の 荒れ果てた 废弃的 廢棄的 버려진 폐허가_된 सुनसान مهجور مهجورة`,
    isOfThings: true,
    as: { house: 'derelict house' },
    beside: 'spider web',
  },
  {
    words: `haunted spukend verspukt heimgesucht heimgesuchtes hanté hantée hantés embrujado embrujada encantado_por_fantasmas mal-assombrado mal-assombrada mal_assombrado mal_assombrada assombrado assombrada infestato infestata
      stregato stregata behekst nawiedzony nawiedzona nawiedzone с_привидениями с_призраками з_привидами perili hayaletli 幽霊の出る 呪われた屋敷の お化け 闹鬼的 鬧鬼的 귀신_들린 유령의 भूतिया مسكون مسكونة`,
    isOfThings: true,
    as: { house: 'derelict house' },
    beside: 'ghost',
    place: 'forest at night',
  },
  {
    words: `brand_new brand-new brandnew squeaky_clean spotless nagelneu nagelneue nagelneuer nagelneues brandneu brandneue brandneuer brandneues flambant_neuf flambant_neuve tout_neuf toute_neuve nuevecito nuevecita
      flamante novinho_em_folha novinha_em_folha nuovo_di_zecca nuova_di_zecca nuovissimo nuovissima gloednieuw gloednieuwe splinternieuw splinternieuwe nowiutki nowiutka nowiuteńki новёхонький новенький новенькая
      новісінький новесенький yepyeni gıcır_gıcır 新品の ピカピカの 真新しい 全新 全新的 崭新的 嶄新的 새것의 새것_같은 एकदम_नया एकदम_नई बिल्कुल_नया جديد_تماما جديدة_تماما`,
    isOfThings: true,
    mood: 'sparkling',
  },
  {
    words: `mossy overgrown moss-covered covered_in_moss bemoost moussu musgoso muschioso замшелый 苔むした 长满青苔的`,
    pattern: { kind: 'patches', colour: 'green' },
  },
  {
    words: `bloody bloodstained blood-stained covered_in_blood blutig blutige blutiger sanglant ensanglanté ensangrentado sangrento insanguinato bebloed krwawy окровавленный кривавий kanlı 血まみれの 沾满血的 피투성이 खून_से_सना`,
    pattern: { kind: 'patches', colour: 'red' },
  },
  {
    words: `toxic poisonous radioactive nuclear mutant giftig giftige giftiger radioaktiv radioaktive toxique empoisonné radioactif tóxico tóxica venenoso radioactivo radioativo tossico velenoso radioattivo giftige trujący toksyczny радиоактивный ядовитый токсичный токсичний zehirli radyoaktif 有毒な 放射性の 有毒的 放射性的 독성 방사능 ज़हरीला سام مشع`,
    colour: 'green',
    beside: 'radioactive',
  },
  {
    words: `electric electrified lightning-fast elektrisch elektrischer elektrische électrique eléctrico eléctrica elétrico elettrico elettrica elektryczny электрический электрическая електричний 電気の 电的`,
    nouns: 'lightning thunder electricity',
    isOfLiving: true,
    colour: 'yellow',
    beside: 'lightning',
  },
  { words: '', nouns: 'fire flame', isOfLiving: true, colour: 'red', mood: 'on fire' },
  {
    words: '',
    nouns: 'chocolate schokoladen',
    isOfLiving: true,
    colour: 'brown',
    pattern: { kind: 'gloss', colour: 'brown' },
  },
  {
    words: '',
    nouns: 'candy candy_cane',
    isOfLiving: true,
    colour: 'white',
    pattern: { kind: 'stripes', colour: 'pink' },
  },
  {
    words: `enchanted mystical mystic magic mythical ethereal radiant luminous verzaubert verzauberter verzauberte mystisch mystischer enchanté enchantée mystique encantado encantada místico mística incantato incantata magico magica betoverd magisch magische zaczarowany magiczny заколдованный волшебный волшебная зачарований чарівний büyülü 魔法の 神秘的な 魔法的 神秘的 마법의 신비한 जादुई سحري سحرية`,
    mood: 'sparkling',
  },
  {
    words: '',
    stuffs: 'cheese käse fromage queso formaggio queijo kaas sera сыра',
    colour: 'yellow',
    pattern: { kind: 'dots', colour: 'orange' },
    beside: 'cheese',
  },
  {
    words: '',
    stuffs: 'cloud clouds fog smoke wolken wolke nuages nubes nuvole nuvens chmur облаков',
    colour: 'white',
    pattern: { kind: 'gloss', colour: 'blue' },
    beside: 'cloud',
  },
  { words: '', stuffs: 'snow schnee neige nieve neve sneeuw śniegu снега', colour: 'white', beside: 'snowflake' },
  {
    words: '',
    stuffs: 'water wasser eau agua acqua água wody воды',
    colour: 'blue',
    pattern: { kind: 'gloss', colour: 'blue' },
    beside: 'water drop',
  },
  {
    words: '',
    stuffs:
      'bread toast dough cookie cookies biscuit gingerbread pancakes waffle brot pain pan pane pão brood chleba хлеба',
    colour: 'brown',
    beside: 'bread',
  },
  {
    words: '',
    stuffs: 'slime jelly jello gelatin gummy schleim',
    colour: 'green',
    pattern: { kind: 'gloss', colour: 'green' },
  },
  {
    words: '',
    stuffs:
      'leaves leaf grass moss vegetables plants salad lettuce blätter blättern gras feuilles hojas foglie folhas bladeren liści листьев травы',
    colour: 'green',
    beside: 'leaf',
  },
  {
    words: '',
    stuffs: 'flowers roses blumen fleurs flores fiori bloemen kwiatów цветов',
    colour: 'pink',
    beside: 'flower',
  },
  {
    words: '',
    stuffs: 'honey butter honig miel miele mel honing miodu мёда',
    colour: 'yellow',
    pattern: { kind: 'gloss', colour: 'yellow' },
  },
  { words: '', stuffs: 'paper papier papel carta papieru бумаги', colour: 'white' },
  {
    words: '',
    stuffs: 'cardboard sand mud clay karton pappe sable arena sabbia areia zand piasku песка',
    colour: 'brown',
  },
  { words: '', stuffs: 'pizza', colour: 'yellow', pattern: { kind: 'dots', colour: 'red' }, beside: 'pizza' },
  { words: '', stuffs: 'yarn wool wolle laine lana lã wol wełny шерсти', colour: 'pink', beside: 'yarn' },
  {
    words: 'dark dunkler dunkle dunkles',
    isOfLiving: true,
    colour: 'black',
  },
];
