/** Texts of the sample edition, our own writing: a short book about selling in several scripts. */
import type {TermName} from '../../src/core/terms.ts'

export interface SampleArticle {
  readonly slug: string
  readonly title: string
  /** Words before a link to another article, the link, words after. */
  readonly opening: readonly [string, string, string]
  readonly heading: string
  readonly body: string
  readonly keyword: string
}

export interface SampleTexts {
  readonly title: string
  readonly subtitle: string
  readonly description: string
  readonly author: {readonly name: string; readonly sortAs?: string}
  readonly translator: string
  readonly publisher: string
  readonly rights: string
  readonly part: string
  readonly articles: readonly [SampleArticle, SampleArticle, SampleArticle]
  readonly note: string
  readonly advice: string
  readonly columns: readonly [string, string, string]
  readonly picture: string
  readonly letters: readonly [string, string, string]
  readonly words: Partial<Record<TermName, string>>
}

const en: SampleTexts = {
  title: 'The Small Shop',
  subtitle: 'Selling well & simply',
  description: 'Short articles on selling for people who own their shop.',
  author: {name: 'Ada Lind', sortAs: 'Lind, Ada'},
  translator: 'Tom Berg',
  publisher: 'Harbour Press',
  rights: '© 2026 Harbour Press',
  part: 'Meeting customers',
  articles: [
    {
      slug: 'inside-sales', title: 'Inside sales', keyword: 'telephone',
      opening: ['Inside sales happen from a desk. Unlike ', 'outside sales', ', nobody travels: a telephone, a screen and patience do the work.'],
      heading: 'What it costs', body: 'A desk costs less than a car. What is saved on travel can be spent on listening, and listening is what brings a second order.'
    },
    {
      slug: 'outside-sales', title: 'Outside sales', keyword: 'visit',
      opening: ['Outside sales begin where ', 'a first call', ' has ended: at the customer’s own table.'],
      heading: 'Preparing a visit', body: 'Read the last order before you knock. Nothing shows respect so plainly as knowing what was bought, when, and whether it was liked.'
    },
    {
      slug: 'cold-calling', title: 'Cold calling', keyword: 'first impression',
      opening: ['A cold call reaches somebody who did not expect it. It belongs to ', 'inside sales', ' and asks for twenty honest seconds.'],
      heading: 'The first sentence', body: 'Say who you are, why you call, and how long it will take. Then be silent; the other person will tell you whether to go on.'
    }
  ],
  note: 'Prices of the spring season, without delivery.',
  advice: 'Write down the question you could not answer. It is the reason for your next call.',
  columns: ['Channel', 'Price', 'Days'],
  picture: 'Two bars: the desk costs half as much as the car.',
  letters: ['F', 'T', 'V'],
  words: {}
}

const fr: SampleTexts = {
  title: 'La petite boutique',
  subtitle: 'Vendre bien, tout simplement',
  description: 'De courts articles sur la vente, pour celles et ceux qui tiennent boutique.',
  author: {name: 'Élise Aubin', sortAs: 'Aubin, Élise'},
  translator: 'Noël Œuvrard',
  publisher: 'Éditions du Port',
  rights: '© 2026 Éditions du Port',
  part: 'À la rencontre des clients',
  articles: [
    {
      slug: 'inside-sales', title: 'La vente sédentaire', keyword: 'téléphone',
      opening: ['La vente sédentaire se fait depuis un bureau. Contrairement à ', 'la vente itinérante', ', personne ne voyage : un téléphone, un écran et de la patience suffisent.'],
      heading: 'Ce qu’elle coûte', body: 'Un bureau coûte moins cher qu’une voiture. Ce que l’on économise en déplacements, on peut le consacrer à l’écoute ; et c’est l’écoute qui amène la deuxième commande.'
    },
    {
      slug: 'outside-sales', title: 'La vente itinérante', keyword: 'visite',
      opening: ['La vente itinérante commence là où ', 'le premier appel', ' s’est arrêté : à la table du client.'],
      heading: 'Préparer une visite', body: 'Relisez la dernière commande avant de frapper à la porte. Rien ne témoigne mieux du respect que de savoir ce qui a été acheté, quand, et si cela a plu.'
    },
    {
      slug: 'cold-calling', title: 'L’appel à froid', keyword: 'première impression',
      opening: ['Un appel à froid atteint quelqu’un qui ne l’attendait pas. Il relève de ', 'la vente sédentaire', ' et ne demande que vingt secondes honnêtes.'],
      heading: 'La première phrase', body: 'Dites qui vous êtes, pourquoi vous appelez et combien de temps cela prendra. Puis taisez-vous : votre interlocuteur vous dira s’il faut continuer.'
    }
  ],
  note: 'Tarifs du printemps, hors livraison.',
  advice: 'Notez la question à laquelle vous n’avez pas su répondre : c’est la raison de votre prochain appel.',
  columns: ['Canal', 'Prix', 'Jours'],
  picture: 'Deux barres : le bureau coûte moitié moins que la voiture.',
  letters: ['P', 'T', 'V'],
  words: {
    contents: 'Table des matières', index: 'Index', notes: 'Notes', colophon: 'Colophon', 'begin-reading': 'Commencer la lecture',
    'cross-references': 'Renvois', 'points-to': 'Voir', 'referenced-in': 'Cité dans', 'page-reference': 'p. {page}', tip: 'Conseil',
    'back-to-text': 'Retour au texte', 'by-author': '{names}', 'translated-by': 'Traduit par {names}', 'see-also': 'voir aussi',
    'accessibility-summary': 'Navigation complète, images décrites, aucun danger connu.'
  }
}

const ar: SampleTexts = {
  title: 'الدكّان الصغير',
  subtitle: 'بيعٌ حسن وبسيط',
  description: 'مقالات قصيرة في البيع لأصحاب المتاجر.',
  author: {name: 'سلمى الحدّاد'},
  translator: 'يوسف نجّار',
  publisher: 'دار المرفأ',
  rights: '© 2026 دار المرفأ',
  part: 'لقاء الزبائن',
  articles: [
    {
      slug: 'inside-sales', title: 'البيع من المكتب', keyword: 'هاتف',
      opening: ['يجري البيع من المكتب دون سفر. وخلافًا عن ', 'البيع الميداني', '، يكفي هاتف وشاشة وشيء من الصبر.'],
      heading: 'كلفته', body: 'المكتب أقل كلفة من السيارة، وما يُوفَّر من نفقات التنقل يُصرف في الإصغاء، والإصغاء هو ما يأتي بالطلب الثاني.'
    },
    {
      slug: 'outside-sales', title: 'البيع الميداني', keyword: 'زيارة',
      opening: ['يبدأ البيع الميداني حيث تنتهي ', 'المكالمة الأولى', '، أي على طاولة الزبون نفسه.'],
      heading: 'الإعداد للزيارة', body: 'اقرأ الطلب الأخير قبل أن تطرق الباب، فلا شيء يعبّر عن الاحترام مثل معرفة ما اشتُري ومتى وهل نال الرضا.'
    },
    {
      slug: 'cold-calling', title: 'المكالمة الباردة', keyword: 'الانطباع الأول',
      opening: ['تصل المكالمة الباردة إلى من لم يكن ينتظرها. وهي من ', 'البيع من المكتب', ' ولا تطلب سوى عشرين ثانية صادقة.'],
      heading: 'الجملة الأولى', body: 'قل من أنت ولماذا تتصل وكم سيستغرق الأمر، ثم اصمت، فسيخبرك الطرف الآخر هل تواصل الحديث.'
    }
  ],
  note: 'أسعار الربيع من دون التوصيل.',
  advice: 'دوّن السؤال الذي لم تعرف جوابه، فهو سبب مكالمتك القادمة.',
  columns: ['القناة', 'السعر', 'الأيام'],
  picture: 'عمودان: كلفة المكتب نصف كلفة السيارة.',
  letters: ['ا', 'ز', 'ه'],
  words: {
    contents: 'المحتويات', index: 'الفهرس', notes: 'الحواشي', colophon: 'بيانات النشر', 'begin-reading': 'بدء القراءة',
    'cross-references': 'إحالات', 'points-to': 'انظر', 'referenced-in': 'ورد في', 'page-reference': 'ص {page}', tip: 'نصيحة',
    'back-to-text': 'العودة إلى النص', 'by-author': '{names}', 'translated-by': 'ترجمة {names}', 'see-also': 'انظر أيضًا',
    'accessibility-summary': 'تنقل كامل وصور موصوفة ولا مخاطر معروفة.'
  }
}

const ja: SampleTexts = {
  title: '小さな店',
  subtitle: '素直に、よく売る',
  description: '自分の店を持つ人のための、販売についての短い読み物。',
  author: {name: '青木 澪', sortAs: 'あおき みお'},
  translator: '森 樹',
  publisher: '港町出版',
  rights: '© 2026 港町出版',
  part: 'お客さまに会う',
  articles: [
    {
      slug: 'inside-sales', title: '内勤営業', keyword: '電話',
      opening: ['内勤営業は机から行う。', '訪問販売', 'と違って誰も出かけない。電話と画面、そして根気があればよい。'],
      heading: '費用', body: '机は車より安い。移動で浮いた時間は、相手の話を聴くことに使える。二度目の注文を運んでくるのは、聴く力である。'
    },
    {
      slug: 'outside-sales', title: '訪問販売', keyword: '訪問',
      opening: ['訪問販売は、', '最初の電話', 'が終わったところ、つまりお客さまの食卓から始まる。'],
      heading: '訪問の準備', body: '扉をたたく前に、前回の注文を読み返そう。何を、いつ買い、気に入ってもらえたかを知っていること。それが何よりの敬意になる。'
    },
    {
      slug: 'cold-calling', title: '飛び込み電話', keyword: '第一印象',
      opening: ['飛び込み電話は、待っていなかった人に届く。', '内勤営業', 'の一つであり、正直な二十秒だけをもらう。'],
      heading: '最初のひとこと', body: '名前と用件、そして所要時間を告げる。あとは黙って待つ。続けてよいかどうかは、相手が教えてくれる。'
    }
  ],
  note: '春の価格。送料は含まない。',
  advice: '答えられなかった質問を書きとめておこう。次に電話をかける理由になる。',
  columns: ['経路', '価格', '日数'],
  picture: '二本の棒。机の費用は車の半分。',
  letters: ['た', 'て', 'ほ'],
  words: {
    contents: '目次', index: '索引', notes: '注', colophon: '奥付', 'begin-reading': '本文', 'cross-references': '関連項目',
    'points-to': '参照先', 'referenced-in': '参照元', 'page-reference': '{page}ページ', tip: 'ヒント', 'back-to-text': '本文に戻る',
    'by-author': '{names}', 'translated-by': '{names} 訳', 'see-also': '→',
    'accessibility-summary': '完全なナビゲーション、画像の説明あり、既知の危険なし。'
  }
}

const hi: SampleTexts = {
  title: 'छोटी दुकान',
  subtitle: 'सहज और अच्छी बिक्री',
  description: 'अपनी दुकान चलाने वालों के लिए बिक्री पर छोटे लेख।',
  author: {name: 'मीरा जोशी'},
  translator: 'अर्जुन राव',
  publisher: 'बंदरगाह प्रकाशन',
  rights: '© 2026 बंदरगाह प्रकाशन',
  part: 'ग्राहकों से मुलाक़ात',
  articles: [
    {
      slug: 'inside-sales', title: 'कार्यालय से बिक्री', keyword: 'टेलीफ़ोन',
      opening: ['यह बिक्री मेज़ पर बैठकर होती है। ', 'क्षेत्र में बिक्री', ' के विपरीत यहाँ कोई यात्रा नहीं करता: टेलीफ़ोन, स्क्रीन और धैर्य काफ़ी हैं।'],
      heading: 'इसका ख़र्च', body: 'मेज़ गाड़ी से सस्ती पड़ती है। यात्रा में जो बचता है वह सुनने में लगाया जा सकता है, और सुनने से ही दूसरा ऑर्डर मिलता है।'
    },
    {
      slug: 'outside-sales', title: 'क्षेत्र में बिक्री', keyword: 'भेंट',
      opening: ['क्षेत्र में बिक्री वहाँ शुरू होती है जहाँ ', 'पहला फ़ोन', ' समाप्त हुआ था: ग्राहक की अपनी मेज़ पर।'],
      heading: 'भेंट की तैयारी', body: 'दरवाज़ा खटखटाने से पहले पिछला ऑर्डर पढ़ लीजिए। क्या ख़रीदा गया, कब, और पसंद आया या नहीं, यह जानना ही सबसे बड़ा सम्मान है।'
    },
    {
      slug: 'cold-calling', title: 'अनजान ग्राहक को फ़ोन', keyword: 'पहला प्रभाव',
      opening: ['ऐसा फ़ोन उसे मिलता है जिसे इसकी उम्मीद नहीं थी। यह ', 'कार्यालय से बिक्री', ' का हिस्सा है और केवल बीस सच्चे सेकंड माँगता है।'],
      heading: 'पहला वाक्य', body: 'बताइए कि आप कौन हैं, क्यों फ़ोन कर रहे हैं और कितना समय लगेगा। फिर चुप रहिए; सामने वाला स्वयं बताएगा कि आगे बढ़ना है या नहीं।'
    }
  ],
  note: 'वसंत के मूल्य, पहुँचाने का ख़र्च अलग।',
  advice: 'जिस प्रश्न का उत्तर न दे सके उसे लिख लीजिए। वही अगले फ़ोन का कारण है।',
  columns: ['माध्यम', 'मूल्य', 'दिन'],
  picture: 'दो पट्टियाँ: मेज़ का ख़र्च गाड़ी से आधा।',
  letters: ['ट', 'प', 'भ'],
  words: {
    contents: 'विषय-सूची', index: 'अनुक्रमणिका', notes: 'टिप्पणियाँ', colophon: 'प्रकाशन विवरण', 'begin-reading': 'पढ़ना शुरू करें',
    'cross-references': 'संबंधित लेख', 'points-to': 'देखें', 'referenced-in': 'उल्लेख', 'page-reference': 'पृ. {page}', tip: 'सुझाव',
    'back-to-text': 'पाठ पर लौटें', 'by-author': '{names}', 'translated-by': 'अनुवाद: {names}', 'see-also': 'यह भी देखें',
    'accessibility-summary': 'पूरा नेविगेशन, चित्रों का वर्णन, कोई ज्ञात ख़तरा नहीं।'
  }
}

export const sampleTexts = {en, fr, ar, ja, hi} as const
export type SampleLanguage = keyof typeof sampleTexts

/** Every term in English. */
export const englishTerms: Readonly<Record<TermName, string>> = {
  contents: 'Contents', 'list-of-figures': 'List of figures', 'list-of-tables': 'List of tables', index: 'Index', imprint: 'Imprint', colophon: 'Colophon', cover: 'Cover', 'half-title': 'Half-title',
  'title-page': 'Title page', notes: 'Notes', 'begin-reading': 'Begin reading', 'page-list': 'Pages', landmarks: 'Landmarks', 'cross-references': 'Cross-references',
  'points-to': 'See', 'referenced-in': 'Mentioned in', see: 'see', 'see-also': 'see also', 'page-reference': 'p. {page}',
  'note-call': 'Note {number}', 'back-to-text': 'Back to the text', symbols: 'Symbols', figure: 'Figure', table: 'Table', note: 'Note',
  tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution', description: 'Description', 'by-author': 'by {names}', 'edited-by': 'edited by {names}',
  'translated-by': 'translated by {names}', 'illustrated-by': 'illustrated by {names}', 'published-by': 'published by {name}',
  'edition-line': '{language} edition', 'published-on': 'published on {date}', isbn: 'ISBN {number}', 'format-epub': 'e-book', 'format-kepub': 'Kobo', 'format-kindle': 'Kindle', 'format-pdf': 'print',
  'colophon-text': 'Made from {articles, plural, one {# article} other {# articles}}.', 'image-missing': 'missing picture: {path}',
  'image-remote': 'picture on the web: {url}', 'task-done': 'done', 'task-open': 'open', untitled: 'Untitled',
  'accessibility-summary': 'Text and headings can be read.', 'accessibility-described': 'All pictures are described.',
  'accessibility-undescribed': 'Some pictures are not described.', 'accessibility-formulas': 'Formulas are MathML.', 'accessibility-pages': 'Pages are those of print.',
  'book-page': 'p. {page} of {title}', 'book-page-again': 'p. {page} of the book', 'see-also-in-book': 'See also in the book', 'book-online': 'The whole book', 'embedded-fonts': 'Embedded fonts: {fonts}',
  'not-translated': 'Not translated yet: {language}.', 'partly-translated': 'Partly translated: {language}.', 'behind-source': 'Changed since {date}.', 'behind-undated': 'Changed since.', 'also-in': 'Also in: {languages}',
  'choose-language': 'Choose your language', 'all-languages': 'All languages', download: 'Download', articles: 'Articles', 'count-pages': '{pages, plural, one {# page} other {# pages}}', 'count-articles': '{articles, plural, one {# article} other {# articles}}',
  'format-screen': 'PDF for screens', 'format-large-print': 'Large print', 'format-booklet': 'Booklet', 'format-handouts': 'Handouts', handout: 'Handout', subscribe: 'Subscribe', accessibility: 'Accessibility', checksums: 'Checksums',
  'whats-new': 'What is new', 'compared-with': 'Compared with {date}.', 'new-articles': 'New', 'changed-articles': 'Changed', 'removed-articles': 'Left out', 'formerly-on-page': 'formerly p. {page}',
  errata: 'Corrections', 'errata-intro': 'Corrections to {date}.', 'errata-page': 'Page', 'errata-printed': 'Printed', 'errata-correct': 'Correct'
}
