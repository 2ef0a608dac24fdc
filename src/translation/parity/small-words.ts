/** The commonest small words of languages, which tell apart those that share a script. */
import type {Language} from '../../core/model.ts'

/** Primary subtag → words, the most telling ones; what two close languages share says nothing and does no harm. */
const smallWords: Readonly<Record<Language, string>> = {
  en: 'the of and to in is that for it with as was on are this be by from have not you your can or an which will if when',
  fr: 'de le la les des et est une dans que qui pour pas sur avec vous ce sont au par ne plus du il nous ou cette être un en aux si',
  es: 'de el la los las que y en un una por con para no se del es su al como más está este esta pero son o si sus',
  pt: 'de o a os as que e em um uma não para com por do da dos das se no na mais como é ao você são ou seu sua',
  it: 'di il la i gli le che e un una per non con del della è sono nel più questo si da come alla o dei se',
  ca: 'el la els les i que de un una per amb no és del al com més en aquest són o si',
  gl: 'de o a os as que e en un unha non para con por do da dos das se no na máis como é ao son ou',
  ro: 'și în de la cu pe nu este un o care din pentru mai sunt sau că se al',
  de: 'der die das und ist nicht ein eine den dem mit von zu für auf sie werden sich auch als im wird oder es wenn des einer',
  nl: 'de het een en van is dat niet op te zijn voor met die aan er wordt ook als bij naar of in deze',
  sv: 'och att det som en är på för av med den inte till ett har om kan du från eller i',
  da: 'og at det som en er på for af med den ikke til et har om kan du fra eller i',
  nb: 'og å det som en er på for av med den ikke til et har om kan du fra eller i',
  is: 'og að er í á sem til það við um ekki en með fyrir af eru',
  fi: 'ja on ei se että kun myös tai voi ovat mutta ole sekä kuin joka',
  et: 'ja on ei et see ka kui või oma mis ning',
  lv: 'un ir ar no par ka kas vai uz to lai',
  lt: 'ir yra kad su į iš ar kaip tai ne nuo',
  pl: 'i w na z nie się do to jest że jak o po przez dla lub od są oraz jeśli',
  cs: 'a v na se je že s z do to jako pro by není nebo jsou za pokud',
  sk: 'a v na sa je že s z do to ako pre by nie alebo sú za ak',
  sl: 'in je na za se da so v ki pri ali če iz kot',
  hr: 'i je u na se da za su od koji ne kao ili s ako',
  hu: 'a az és hogy nem egy is van meg ez vagy csak el lehet ha mint',
  tr: 've bir bu için ile de da olarak gibi daha çok veya olan değil ise',
  id: 'yang dan di untuk dengan ini dari pada tidak dalam adalah ke atau akan anda jika dapat',
  vi: 'và của là có không được cho một các trong với này người để những',
  sw: 'na ya wa kwa ni katika za la kuwa hii au',
  ru: 'и в не на что с по это как для из от или его то за если вы при',
  uk: 'і в не на що з та для це як від або є до якщо ви при у',
  bg: 'и на да се в за не от с е са това като или ако',
  sr: 'и је у на се да за су од који не као или с ако',
  ar: 'في من على إلى أن هذا التي لا ما هو أو مع هذه عن كل إذا',
  fa: 'و در به از که این را با است برای می آن یا شما اگر',
  ur: 'کے میں کی ہے اور سے کا کو پر ہیں یہ آپ',
  hi: 'के में है की और से को का पर यह हैं नहीं या आप लिए',
  mr: 'आणि आहे या ते हे नाही आहेत किंवा हा करा',
  ne: 'को मा र छ लाई यो गर्न हो पनि वा तपाईं लागि'
}

export const smallWordsByLanguage: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(smallWords).map(([language, words]) => [language, new Set(words.split(' '))]))

/** Characters of one sense that China and Taiwan write otherwise, in pairs. */
export const hanPairs = '这這个個们們国國为為时時会會说說对對发發经經过過还還进進让讓间間问問题題关關来來见見头頭实實现現开開动動务務产產点點当當应應该該没沒种種从從将將与與无無样樣机機数數据據网網页頁图圖设設置置处處'
