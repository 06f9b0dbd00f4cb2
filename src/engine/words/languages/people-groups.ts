/**
 * Words for several people, whoever they are, by language (ISO 639): nobody draws a team, but some people. Words as in
 * `LanguageTable`.
 */
export const PEOPLE_GROUPS: Readonly<Record<string, string>> = {
  en: `team our_team my_team the_team friends my_friends best_friends friend_group family my_family our_family colleagues coworkers co-workers teammates crew squad gang
    the_gang the_squad roommates flatmates classmates neighbours neighbors members staff folks couple_of_friends parents
    grandparents siblings brothers_and_sisters fam besties the_team_members team_members mates`,
  de: 'team unser_team freunde familie kollegen kolleginnen mannschaft leute kollegium eltern großeltern geschwister mitbewohner gruppe_von_freunden crew bande',
  fr: "équipe notre_équipe amis copains copines famille collègues gens tout_le_monde parents bande potes l'équipe",
  es: 'equipo nuestro_equipo amigos amigas familia colegas compañeros gente padres abuelos pandilla cuadrilla',
  pt: 'equipe equipa amigos amigas família colegas pessoal galera gente turma',
  it: 'squadra team amici amiche famiglia colleghi gente genitori nonni gruppo_di_amici',
  nl: "team vrienden vriendinnen familie gezin collega's collegas mensen iedereen ploeg ouders",
  pl: 'zespół drużyna przyjaciele znajomi rodzina koledzy koleżanki ludzie ekipa rodzice',
  cs: 'tým přátelé kamarádi rodina kolegové lidé parta rodiče',
  sk: 'tím priatelia kamaráti rodina kolegovia ľudia partia',
  ru: 'команда друзья семья коллеги люди ребята компания родители',
  uk: 'команда друзі сім’я родина колеги люди хлопці батьки',
  tr: 'takım ekip arkadaşlar aile insanlar herkes ekibimiz takımımız ailem arkadaşlarım',
  sv: 'team laget vänner familj kollegor folk gänget',
  da: 'team hold venner familie kolleger folk',
  no: 'team lag venner familie kolleger folk gjengen',
  ja: 'チーム 友達 友だち 家族 同僚 みんな 仲間',
  zh: '团队 團隊 朋友们 朋友 家人 家庭 同事 大家 一家人',
  ko: '팀 친구들 가족 동료들 동료 모두 사람들',
};

/** Words that somebody says of himself and others who are then shown doing something. */
export const WE = 'everyone everybody we us wir uns nous nosotros nosotras nós noi wij my_razem мы ми biz';
/** Of himself alone. */
export const I = 'me i im ich moi je yo eu io ik ja я ben';
