/**
 * The vocabulary of stickers 0.6.0, the only bundle that latent codes of version 1 were shipped with: pieces of text in
 * the order of their ids, `▁` for a blank before a word.
 */
export const PIECES: readonly string[] = `
' , - 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t u v w x y z ▁ ▁a ▁t ▁s le he ▁the nd ▁b ▁and ed ▁o
▁, ▁st ▁m yle ▁style re ▁r ll in ▁g ig ▁on ▁at ▁gre ow ▁c ▁p ma la um ▁sma ▁small to ra ot ▁med ium ▁medium ▁f op
▁grey ▁le ▁mi ft ▁w otto ▁left ottom ▁bottom dd ▁in ddle te ▁middle en ht ou ight ple ▁big ha ▁right hi ▁top ge ran
row rown ▁oran ▁orange ▁brown ▁sha ▁rou nded ▁rounded im ded ▁shaded ell imple ▁simple ▁fla ▁flat hite ▁white ck ▁y on
ellow ▁yellow ▁green ue ▁bl ▁blue er ▁ca ▁d ▁pin ea ▁pink ▁red na or ▁e ur se ▁u am ke ▁ba ▁cre ne ▁cream us li ▁bla
ter it ▁pur ▁purple ar ▁black ▁co ▁tea ▁teal ▁ro is il ▁pa ▁an ree ▁to ol ta ic ro ▁h ch es ▁v ▁l el ca orn ear ing mb
wo ▁two ▁ne ▁un do ▁tree ▁k co xt ▁wit ▁bo one ▁chi ▁next ▁with rop og ▁mo ▁wa ut ▁ball ir ▁dog ▁tra ▁he ▁of ▁ta ee
▁chick ▁sn ▁fl ba ▁water ho ▁car ▁mou ok za ▁ra st ▁cand ▁ha ▁snow oa ine tor ▁pen iz un ▁la lo uck hee ower pple mp
▁dra cer ▁sna hone ▁sp me ball vo ▁sa ▁tor ce cle ri ▁sun dy ycle ▁bas ▁po nda sa ket ▁rose mel izza ▁light ▁pizza
▁basket ris ▁2 ▁li ▁um ▁cac ad lan ▁panda nta ▁torna ul key th tus uin ▁bomb ve ▁basketball no ▁cactus ▁tornado hip mi
nut ▁een ff ie voca ▁avoca ▁ma ▁pal ▁avocado ▁th ▁una fl oug ▁mic corn icorn ▁ele ▁pop ▁unicorn art hnut oughnut ushi
▁doughnut ▁fo ▁sushi lien ▁mon ▁train ▁flower ▁tur ▁wol earth ses ▁earth ▁alien ▁bear ▁three ▁watermel nana ▁bir ▁fi
mas nt ntain oc om oon ▁gi ▁hot ▁mountain ckta cktail ug ▁cocktail ▁tig ▁tu guin las ▁drag ▁gra ▁popcorn ▁ship ries
▁hou ▁candle ▁watermelon id ish xi ▁drop ley lip ▁chicken ▁taco ▁tulip et lla mbu mbulan ▁ambulan ▁cake ▁fire ▁koa
▁ring mpu ▁cl ▁compu ▁toma fla ffee flake ja miley ▁smiley ▁snowflake ▁taxi ▁vol cil cker hant heep phant rist ▁apple
▁balloon ▁ch ▁elephant ▁house ▁lo ▁pencil ▁sheep occer ▁computer ▁dragon ▁koala ▁soccer eer man rot ▁coffee ▁pig ▁star
▁wolf lic rab ristmas top ▁bic ▁christmas ▁oc icker oud ▁cloud ▁duck ▁fish ▁heart ▁motor ▁palm ▁sticker cano ▁book
▁snowman ▁bus ▁bell ▁fox ▁poop ▁snake ▁de ▁lion ▁penguin ▁tr ▁tiger nch ▁bird ▁cow ▁dr ▁glas ▁mouse ▁rob ctor hro
hroom opter uit ump ushroom ▁banana ▁fries ▁mushroom ber dyb host ▁crab ▁carrot ▁fre ▁ghost ▁gift ▁helic ▁moon
▁volcano mon pes ▁beer ▁grapes ▁lemon ▁robot ▁wine gg ider kin lane lock umpkin ▁crown ▁candy ▁phone ▁pumpkin ▁spider
▁tractor mera ning rella ▁hat ▁lightning ▁snail ▁truck an topus ▁bicycle ▁helicopter cket rk ▁ambulance ▁fro ▁french
▁rocket ▁shark ry ▁cook ▁ladyb ▁monkey ▁trop eapple ▁cookie ▁egg ▁octopus ▁pineapple ▁tomato che ▁chee ▁camera ▁pear
chor ucer wl ying ▁cheese ▁flying ▁glasses ▁owl ▁saucer ▁ted bb brella ull ulb ▁bee ▁bulb ▁umbrella cycle read tle
▁bread ▁cast ▁motorcycle ▁pea ▁rosa io ice ph ▁corn ▁cat ▁ladybug ▁microp bbit hy ▁fa ▁rabbit ▁trophy hale ▁dol ▁eine
▁microphone ▁sk ▁whale ger utter ▁butter ▁castle ▁drum ▁teddy phin ▁frog ▁guit ▁peach fly ilb irp irplane oat
▁airplane ▁anchor ▁butterfly ▁hor ▁mar ▁skull ▁une raw ▁ice ia ▁et ▁guitar ▁dolphin ▁horse rm rawber ▁sho ▁strawber
▁ein ilboat ▁en ▁lock ▁sailboat ▁shoe ▁turtle ▁und flower up ▁3 ▁sch ▁sunflower bow de inbow llo ss ▁clock ▁rainbow
▁strawberry ▁ga ▁sc ▁uma mo ▁draw as mbur ▁key ▁hambur que rof ▁ar ▁bi ji moji ure ▁z ▁emoji bo ina larm ▁alarm ise
▁pe une ▁na ▁ge ▁ver ele ▁n ▁re ▁lea ron ▁au ▁hamburger ▁vo be ent pp let ▁auto ▁gr ▁ka ict icture sc ▁gris ▁picture
▁we ranja ▁ja ▁cha ▁tele cc gen eu onut ▁br ▁di ▁donut ela ino je ▁ho ▁leaf ▁toad amb ces ille po ste ▁bis ▁blan ▁lap
leta ▁pre ▁verde cia ij qu ze ▁aran ▁ballon ▁face ▁lu ▁mais ▁marron go ker ▁che ▁creme ▁microf ▁moto ▁monta bi cht
nanas oney sto ▁ananas au bee ella fo jo ken ling nder od ▁ama ▁cup eau inha ook ono va ▁fu ▁foot ▁glo ▁spook ▁tamb
▁telef lice quesa rd rt so uer ▁bar ▁bisc ▁cara ▁tre ▁turquesa ▁vul ak at inza ld leu nter ntern rone tel uh ▁cinza
▁elef ▁jack ▁lamp ▁lantern ▁laranja ▁nu ▁neve ▁pres ▁sw ▁trof ▁tigre ▁vio ame bol by da ito ntas ntasma oe pe ru rom
ruise stool teau zul ▁azul ▁baby ▁blau ▁cit ▁cruise ▁cad ▁fantasma ▁pinguin ▁toadstool ▁tomate ▁vela ▁wor arrow bus
dlock dor ente erp fe gu icleta igio ita js lace ota ranco rijs roen uc ▁branco ▁bal ▁blanco ▁cer ▁cor ▁football
▁grijs ▁grigio ▁honey ▁maiz ▁per ▁plane ▁padlock ▁regen ▁serp ▁slice ▁sparrow ▁ter amo amond ante chi ello ion ijn
lante mion oise pa quoise ves ▁app ▁bruin ▁cab ▁camion ▁cher ▁chimp ▁diamond ▁duckling ▁elefante ▁fe ▁mari ▁nav ▁pup
▁para ▁present ▁spa ▁turquoise ▁ufo ▁volante agen alo anco day dog eam elo glas gue ik inho ink llina oen os rillo sch
ti thday ton wagen xmas ▁j ▁xmas ▁amarillo ▁bra ▁bu ▁bana ▁bianco ▁birthday ▁biscuit ▁blauw ▁bomba ▁ci ▁casa ▁drink
▁gallina ▁kit ▁pera ▁rouge ▁se ▁schi ▁steam ▁weis al ci chen elf erg fa iling linder miling oaf per phone posa tto
ucca ▁berg ▁bleu ▁bon ▁balon ▁cafe ▁camp ▁da ▁delf ▁flame ▁jaune ▁ku ▁loaf ▁lor ▁naranja ▁oak ▁palace ▁piglet ▁smiling
▁suns ▁tambor ▁va bile ceship com comot comoti ere elha euw ffe ieve lato rit scent stre uga uss vas zo zzo ▁av ▁arco
▁autobus ▁bol ▁bro ▁bike ▁crescent ▁dogg ▁frit ▁gelato ▁gira ▁glass ▁hu ▁hen ▁ker ▁kat ▁locomoti ▁maize ▁microfono
▁mobile ▁montag ▁nieve ▁pes ▁pf ▁rat ▁roos ▁scha ▁spaceship ▁sunsh ▁uvas ▁viola acht allo ard bike cla ccello cora eo
galo gel glasses lu liz nard nee oco otte ouille our plu rad tte tas vre vore ▁arvore ▁bala ▁bale ▁blu ▁blanc ▁boat
▁bola ▁bombe ▁con ▁cou ▁caca ▁caste ▁cherries ▁crema ▁doggy ▁fog ▁feliz ▁groen ▁gal ▁giallo ▁lune ▁laptop ▁lila ▁lobo
▁locomotive ▁mug ▁motorbike ▁paraplu ▁poo ▁regalo ▁so ▁son ▁ster ▁sunglasses ▁sunshine ▁uccello ▁vino ▁yacht ana are
aro ars ben bra cch cino ccin cchina chio cione eaker elu erd fish hr ige ird irs izz izzl izzly lie ope ord oule ppy
sser tador veja ▁abe ▁ambulancia ▁arancione ▁beetle ▁clo ▁cro ▁cala ▁campana ▁cobra ▁coccin ▁cog ▁fri ▁game ▁gel ▁gu
▁geel ▁grizzly ▁grauer ▁happy ▁honeybee ▁koe ▁lim ▁love ▁lorry ▁maca ▁macchina ▁marrom ▁navio ▁neige ▁pla ▁pon ▁pall
▁rana ▁roze ▁sea ▁schw ▁schild ▁sneaker ▁sword ▁terra ▁unicornio ▁wasser ap ble bon bro bur baca bal bero cao chese
chorro eet enk iale iris isco lbero locke mme neeuw ore pad pel pop under ues umble zana ▁no ▁abaca ▁albero ▁appel
▁arbol ▁avion ▁bumble ▁bur ▁balls ▁banane ▁bier ▁bicicleta ▁bolt ▁bonbon ▁brood ▁cachorro ▁carota ▁crabe ▁disco
▁delfin ▁ei ▁fra ▁globe ▁guitarra ▁helicoptero ▁hotdog ▁krab ▁libro ▁maiale ▁marrone ▁montana ▁nata ▁ord ▁oranje ▁pot
▁pul ▁pan ▁palme ▁pinguino ▁pony ▁pupp ▁rot ▁rooster ▁sneeuw ▁sou ▁spe ▁sweet ▁telefono ▁thunder ▁tort ▁trees ▁tulipa
▁turchese ▁vele ▁vaca ▁wal ▁world ▁zon age amera arin aruga artaruga bou cicleta col cke coito del gno gur gerine gua
guria hor hibou hirm ies ile illo ira ieu isch lf melho ngerine ndarin ndae oss ona ones ossom otta ottage pen pato
quin rater raterre raterrestre relo roid rommel ronne sol schirm strella ty tatas teur undae ume vis xtraterrestre
ylinder ▁hibou ▁que ▁agua ▁amarelo ▁anguria ▁android ▁bull ▁balao ▁barca ▁biscoito ▁blossom ▁brille ▁braune ▁bumblebee
▁cere ▁cottage ▁calf ▁cava ▁cadeau ▁caracol ▁castelo ▁chat ▁cora ▁corona ▁couronne ▁dogs ▁droplet ▁estrella
▁extraterrestre ▁feu ▁fisch ▁fires ▁fritas ▁ges ▁gota ▁gato ▁kamera ▁kitty ▁lamb ▁lampad ▁luna ▁mucca ▁maan ▁mandarin
▁maus ▁micro ▁mono ▁motocicleta ▁peer ▁pain ▁perro ▁planet ▁puppy ▁ram ▁ragno ▁regenschirm ▁rojo ▁rood ▁roses ▁sundae
▁sole ▁spin ▁tartaruga ▁ti ▁trommel ▁tangerine ▁trofeo ▁uil ▁vermelho ▁vert ▁vulk ▁wolves ▁zylinder 'eau -corn azzo
ambella anto antome arben arde areil baum baza cake can ccina chts chtsbaum clair cola colate elan edel edelste
elancia enn ennis ero esper espertador farben fijn gine hna hell hirt hnachtsbaum hocolate hoto hrrad ihnachtsbaum ill
ire ich ilbo inhao irsich iseau iss isy lus lant leur lia lieg lli loss lusse lussel mer minhao melo melone mpoule
nuts okal outte own pill ps pper quete rouille scope sso stbo tter ule umelo ungo unn uneco urs velha wart ▁edelste
▁aarde ▁ampoule ▁ancora ▁anker ▁appareil ▁avocados ▁bel ▁bow ▁bunn ▁bag ▁bat ▁bateau ▁basquete ▁bears ▁bril ▁braun
▁chocolate ▁cle ▁caminhao ▁canard ▁cacto ▁cakes ▁calabaza ▁carita ▁caramelo ▁chili ▁chips ▁ciambella ▁citrouille
▁clown ▁cloche ▁clouds ▁coco ▁cogumelo ▁cows ▁cremefarben ▁d'eau ▁despertador ▁do ▁daisy ▁dolfijn ▁drago ▁drops
▁eclair ▁eule ▁eggs ▁fantome ▁fleur ▁fungo ▁faccina ▁fahrrad ▁flor ▁flowers ▁frosch ▁fuoco ▁goutte ▁gateau ▁gem ▁gema
▁gifts ▁globo ▁graues ▁gufo ▁hand ▁hare ▁hart ▁head ▁hoed ▁hoge ▁jet ▁ki ▁krone ▁katze ▁ladybird ▁lapis ▁livre ▁lua
▁melancia ▁money ▁muneco ▁mariposa ▁microfone ▁mond ▁montagne ▁mouton ▁mountains ▁nero ▁oiseau ▁or ▁ovelha ▁oranges
▁pc ▁photo ▁pi ▁pokal ▁pol ▁pato ▁peche ▁pepper ▁pfirsich ▁pigs ▁poire ▁poops ▁pop-corn ▁pupazzo ▁raposa ▁rosso ▁sol
▁squ ▁santa ▁schip ▁schlussel ▁schnee ▁seta ▁serpent ▁smart ▁sonne ▁swords ▁tennis ▁tul ▁teddyb ▁terre ▁tigers
▁tornade ▁trem ▁trofeu ▁violet ▁vogel ▁volcan ▁volpe ▁vulcano ▁wave ▁wassermelone ▁watermeloen ▁weihnachtsbaum ▁zwart
-de -dog -f -de-f -de-for -de-forme ali ave arfa arotte arfalla belha bis bara barao cor cta chs chiali chtwagen cles
corne ctacles dr dden ddensto ddenstoel drup druppel ei ein ek eila eilamp elho elle elula elular enas ene erde fas
fel ffie gre ggio grejo guesa horn hoorn iente iken iro ix idad immi immia isin iture itaar ixe kje kopter ks keks
kenwagen lado leutel likopter licot licotter licottero llito llave lood los mella men mage maggio mara mier ngrejo nat
natra offie ocon oncino opo ormaggio orve orvete pfel rachtwagen rado ray ranchio rankenwagen rayon ssaro stera tu ten
tes tillo ttore ulos uego upo urbis ussure ut-de-forme val vem vola xo zik ▁erde ▁keks ▁llave ▁aap ▁abelha ▁anatra
▁apfel ▁abeille ▁ambulances ▁ambulanza ▁arancia ▁aranha ▁brot ▁baum ▁banaan ▁basketbal ▁basketballs ▁biene ▁bij
▁biscotto ▁boek ▁bunny ▁celular ▁copo ▁crayon ▁caffe ▁camara ▁cane ▁cangrejo ▁cadenas ▁candela ▁candles ▁carotte
▁caramella ▁cerveja ▁chaussure ▁cheval ▁chiave ▁chistera ▁citroen ▁citron ▁coelho ▁coccinelle ▁coroa ▁draak ▁drache
▁eis ▁elicottero ▁eenhoorn ▁einhorn ▁farfalla ▁formaggio ▁fuego ▁fiore ▁flocon ▁fresa ▁frites ▁fromage ▁fuchs ▁gitaar
▁glocke ▁granchio ▁gafas ▁galinha ▁galleta ▁gelb ▁gloeilamp ▁grun ▁haus ▁haut-de-forme ▁hamburguesa ▁helado
▁helikopter ▁hoja ▁home ▁hot-dog ▁karotte ▁koffie ▁krankenwagen ▁kuh ▁kurbis ▁kitten ▁koekje ▁krabbe ▁kuiken ▁lupo
▁lapiz ▁leon ▁leao ▁leaves ▁licorne ▁limone ▁mela ▁macaco ▁maison ▁microfoon ▁morado ▁montagna ▁mushrooms ▁navidad
▁noir ▁nuvem ▁nuvola ▁oso ▁occhiali ▁oculos ▁paars ▁paddenstoel ▁passaro ▁palmera ▁palmier ▁palloncino ▁peixe ▁pez
▁perzik ▁pferd ▁platillo ▁pollito ▁popcorns ▁potlood ▁raisin ▁razzo ▁roxo ▁sleutel ▁sorvete ▁saucers ▁scimmia ▁schuh
▁schildpad ▁schwein ▁serpiente ▁ships ▁smartphone ▁sneeuwpop ▁snowmen ▁snowflakes ▁spectacles ▁stella ▁stern ▁telefoon
▁topo ▁torta ▁trattore ▁trains ▁treno ▁tubarao ▁turk ▁unicorno ▁vlinder ▁vrachtwagen ▁veleiro ▁voiture ▁volcanoes
▁vulcao ▁wijn ▁waterdruppel ▁wein ▁weiss ▁weisses ▁wolk ▁wortel ▁zucca ▁zug -iris aan af ai asa ador afer arg arpa
arra arre arta ardbe ardbei argot aste asapp asappel asteel auphin bir bl bog bre bsch bees beere birne blume boleta
boog boot bogen bschra bschrau bschrauber burger buron cou cre cesto chon coupe ep eado eluche enador enblume enkafer
enkop enkopf erdbeere ereo eschio fic fant fica gra gelboot gola grafica guas guim guejo hete homme horia ibus illa iv
iclet icletta ieuvre igli ign ignee iglio ignon ikker ikse iksem ines inaasappel inateur isti istift itarre iven jaro
jas krot krote lho luh lak lang lange leistift lifant lind lindro luhbirne mes maca mao mbo mbre mboom mbrello mpignon
nenblume ninha nouille nzana nchot ndia necke nel ovo oaninha oep oepje oneco onejo opte optere orboleta orco orro
otenkopf oup penst phones
`
  .trim()
  .split(/\s+/u);

/** Its palette, in the order of the colours' ids, without `#`. */
export const COLOURS: readonly string[] = `
d4cbb1 35c4f6 fb91ad ba674b f9d6b6 b2b37d fa6525 4790f3 d1263e 52912f 52371f 2d8cbe fdda3f fbbbae 8da6b3 fcd986 8a9f6c
1bb6ab f5f3f0 6c3545 7d7f3a 4d4e50 704735 307a8b b4ddfa bc865e efd6fd 9babb2 97d0da 8c5239 9af7f2 c5ecbb 7bf29e d98830
79b253 b88be1 f3aa5f 91919b 84bf51 fef490 672116 f53a32 c77f8f 73828a 605194 b5971d 3f4345 fd867c feabfe fbc02e 05d06d
3c6cf4 e0a535 4fdcd1 d99d80 bba9be fccdd4 d79efc f4aaba 2f5636 6b7378 2fe5fb e4be57 eebdfd 89d82f bed23b 82cdfb 8fc53a
2f7b2e ad86f9 f771c8 cfc3d5 1a6bb1 afb3b4 83bada 90634d 779eab c0bdbc fea59a 636a3e f43d7d fcb131 626465 febad7 8cdc7b
43abeb e6b48a 898482 fee6b4 1f9889 bb7016 f07693 f3555f bf45c0 fecd41 555a5c 000000 725f8a 503668 cdd8dd fdad8a 873eaa
ada69e d5d3d2 b0cdfe b4d287 e2e5e7 27202b c7eb4b 9b9c9c 2ff6f8 1caf42 fefefe a41928 8ea92a 303335 6e9935 335375 b1c1c4
b55a75 9069c6 c3cccf f8c584 fea92f fd853b bbb42c 2dcdb2 f49320
`
  .trim()
  .split(/\s+/u);

/** Name of its visual tokenizer. */
export const VISUAL_TOKENIZER = '488fc2fb';
