/** First names that are nothing else: whoever is called so is a man or a woman whom nobody here knows. */
export const FIRST_NAMES: Readonly<Record<'man' | 'woman', string>> = {
  man: `aaron adam adrian alan albert alejandro alex alexander alfred andre andreas andrew andy anthony antonio arthur ben benjamin bernd bob bobby boris brad brandon brian bruce bryan
    calvin carl carlos charles charlie chris christian christopher clark colin connor craig daniel danny darren dave david dennis derek diego dimitri dominic donald doug douglas dylan
    eddie edward edgar elias elliot emil enrique eric erik ethan eugene felix fernando finn florian francesco francisco frederick fritz gareth gary george gerald gerhard giovanni
    giuseppe greg gregory guillaume gustav hans harold harry heinrich henry herbert howard hugo ian igor isaac ivan jake jakob james jamie jan jason jeff jeffrey jens jeremy jerry
    jim jimmy joachim joe joel johannes john johnny jonas jonathan jorge jose joseph josh joshua juan julian jürgen justin karl keith ken kenneth kevin klaus kurt kyle lars larry
    lennart leon leonard liam logan lorenzo louis luca lucas luigi luis lukas luke manfred manuel marco marcus mario markus martin mateo matt matteo matthew matthias max michael miguel
    mikael mike mikhail mohamed mohammed moritz nathan neil nicholas nick nico niklas nikolai noah oleg oliver olaf oscar otto owen pablo paolo patrick paul pedro peter phil philip
    philipp pierre rafael ralf ralph ramon randy raul reinhard ricardo richard rob robert roberto rodrigo roger roland ron ronald ryan sam samuel scott sean sebastian sergei sergio seth
    simon stefan stephen steve steven stuart sven tadeusz ted terry theo thomas tim timothy tobias todd tom tommy tony travis trevor tyler uwe victor vincent vladimir walter wayne werner
    wilhelm william wojciech wolfgang xavier zach zachary`,
  woman: `abby abigail adriana agnes alexandra alice alicia alina amanda amelie amy ana andrea angela angelica anita anja anna anne annie antonia ashley audrey barbara beatrice becky
    bella bernadette beth bettina betty bianca birgit brenda brigitte camila carla carmen carol carolina caroline catherine cecilia charlotte cheryl chloe christina christine cindy
    clara claudia constanze courtney cynthia danielle deborah debbie denise diana diane donna doris dorothy elena elisa elisabeth elizabeth ella ellen elsa emilia emily emma erica erika
    esther eva evelyn fatima fiona florence francesca franziska gabriela gabriele georgia gertrude giulia gloria greta hannah heidi heike helen helena helga hilda ines ingrid irene
    irina isabel isabella jana jane janet janice jennifer jenny jessica joan joanna johanna joyce judith judy julia julie juliette karen karin karina kate katharina katherine kathy katie
    katja kelly kerstin kim kristina lara laura lauren leah lena lilly linda lisa louise lucia lucy luisa lydia madeleine magdalena maja manuela margaret margarete maria marie marina
    marion marlene martha martina mathilda megan melanie melissa mia michelle miriam monica monika nadia nadine nancy natalia natalie nathalie nicole nina nora olga olivia pamela
    patricia paula pauline petra phoebe rachel rebecca regina renate rita roberta rosa ruth sabine sabrina samantha sandra sara sarah silke silvia simone sofia sonja sophia sophie stella
    stephanie susan susanne svetlana sylvia tamara tania tanja tatiana teresa theresa tina ulrike ursula valentina valerie vanessa vera veronica verena victoria wendy yolanda yvonne zoe`,
};

/** Pictures of persons that show a woman, and a man, though they are called neither; looked at one by one. */
export const LOOKS: Readonly<Record<'man' | 'woman', RegExp>> = {
  man: /[:-](?:man|boy)(?:-|$)|2642|^(?:noto-v1|emojione):person-(?:bowing|running|walking|surfing|swimming|rowing|biking|mountain|juggling|lifting)/,
  woman:
    /[:-](?:woman|girl)(?:-|$)|2640|^(?:noto-v1|emojione):person-(?:getting|frowning|pouting|gesturing|tipping|raising|shrugging|facepalming)/,
};

/** Words that say that somebody is a man or a boy, and a woman or a girl, in whatever language. */
export const OF_GENDER: Readonly<Record<'man' | 'woman', string>> = {
  man: `male masculine männlich männlicher männliche masculin masculino maschile mannelijk mannelijke męski мужской erkek he him his himself guy dude bro brother man men boy boys dad daddy father papa king prince husband boyfriend uncle grandpa grandfather granddad sir gentleman lad mister mr groom son nephew
    mann männer junge vater könig bruder onkel opa ehemann il homme garçon père roi frère mec él hombre chico niño padre rey hermano ele homem menino rapaz pai rei irmão lui uomo ragazzo bambino
    re fratello hij jongen vader koning broer mężczyzna chłopak chłopiec tata król brat он мужчина мальчик парень папа король брат він чоловік хлопець тато muž kluk táta král adam baba kral`,
  woman: `female feminine weiblich weiblicher weibliche féminin féminine femenina feminina femminile vrouwelijk vrouwelijke żeńska женский женская kadın_bir she her hers herself gal woman women girl girls lady mom mum mommy mother mama queen princess wife girlfriend aunt auntie grandma grandmother granny sister daughter niece miss mrs ms bride
    frau frauen mädchen mutter königin schwester tante oma ehefrau elle femme fille mère reine sœur ella mujer chica niña madre reina hermana ela mulher menina mãe rainha irmã lei donna ragazza
    bambina regina sorella vrouw meisje moeder koningin zus kobieta dziewczyna dziewczynka mama królowa siostra она женщина девочка девушка мама королева вона жінка дівчина žena holka máma kadın kız anne`,
};
