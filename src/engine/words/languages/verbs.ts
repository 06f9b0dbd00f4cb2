/** English verbs, besides those that `ENGLISH` has words for: with an ending they look like plurals of nouns. */
export const VERBS = `fail break crash rock drop stop start end leak work burn wave fall fly walk run jump watch drink dance dream swim sleep ring roll wait smell look
  sing cry laugh sit stand hop float sink spin shine explode die win lose charge bounce climb crawl dive surf skate ski sneeze wink blush sweat shake trip land camp box
  fish cook bake paint draw type nap rest pose cheer clap bow snore yawn melt freeze stretch complain vanish disappear arrive leave return pass play kick punch scream`;

/** Who does what follows, where that is no noun: “**everything** breaks”. */
export const DOERS = 'he she it who everything everyone everybody nothing nobody someone somebody something';

/** What follows a verb and no plural: “a leaf falls **on** …”. */
export const BEHIND_VERB = `a an the my his her its our their on in at over under into onto to through across down up off out away around along like with by from and or when while because
  again loudly slowly fast happily softly too so always never every hard`;

/** Begins what is spoken of as known: “**the** deploy fails”. */
export const KNOWN_BY = 'the my our your his her their this that when';

/** Words that say what something is, in whatever language: “my boss **is a** dragon”; what follows is an article. */
export const IS = 'is are was were ist sind est sont es son e sono jest sa';
