/** What a translation says otherwise than its source, and what it may say otherwise. */
import {describe, expect, it} from 'vitest'
import {makeLedger} from '../../../../src/core/diagnostic.ts'
import type {Language} from '../../../../src/core/model.ts'
import {pairArticles} from '../../../../src/translation/pair.ts'
import {checkParity} from '../../../../src/translation/parity/check.ts'
import {parseText} from '../../../support/parsed.ts'

/** Code and place of each finding. */
function check(source: string, target: string, language: Language = 'fr'): readonly string[] {
  const {list, report} = makeLedger()
  checkParity(pairArticles(parseText(source, 'en'), parseText(target, language)), {source: 'en', target: language}, report)
  return list.map(({code, place}) => `${code.slice('parity/'.length)} ${place?.line}:${place?.column}`)
}

describe('links', () => {
  it('lead to the same, each in its language', () => {
    expect(check('See [honey](/honey) and [bees](../bees.md#life).', 'Voir [le miel](/fr/honey.html) et [les abeilles](/bees/#vie).')).toEqual([])
    expect(check('See [it](https://en.wikipedia.org/wiki/Honey).', 'Voir [ceci](https://fr.wikipedia.org/wiki/Miel).')).toEqual([])
    expect(check('See [it](http://www.example.org/a/).', 'Voir [ceci](https://example.org/a).')).toEqual([])
    expect(check('See [the hive][].\n\n[the hive]: /hive', 'Voir [la ruche][].\n\n[la ruche]: /hive')).toEqual([])
  })
  it('are missed, and found where they are wrong', () => {
    expect(check('See [honey](/honey) today.', 'Voir [le miel](/wax) ici.')).toEqual(['link 1:16'])
    expect(check('See [honey](/honey) today.', 'Voir le miel ici.')).toEqual(['link 1:1'])
    expect(check('See honey today.', 'Voir [le miel](/honey) ici.')).toEqual(['added-link 1:16'])
    expect(check('[a](https://example.org/a)', '[a](https://example.com/a)')).toEqual(['link 1:5'])
  })
  it('may stand in another passage, and once instead of twice', () => {
    expect(check('# A\n\nThe [hive](/hive) is here.\n\n## B\n\nNothing here.', '# A\n\nLa ruche est ici.\n\n## B\n\nRien [ici](/hive).')).toEqual([])
    expect(check('The [hive](/hive), a [hive](/hive).', 'La [ruche](/hive) est une ruche.')).toEqual([])
  })
})

describe('pictures', () => {
  it('are the same file or its sibling in the language', () => {
    expect(check('![Hive](/images/hive.png)', '![Ruche](/images/hive.fr.png)')).toEqual([])
    expect(check('![Hive](/images/hive.en.png)', '![Ruche](/images/fr/hive.svg)')).toEqual([])
    expect(check('![Hive](/images/hive.png)', '![Ruche](/images/wax.png)')).toEqual(['picture 1:10'])
  })
})

describe('code', () => {
  it('may have its comments, its words in quotes and its holes translated', () => {
    expect(check('```sh\n# open the hive\nhive open "the lid" {{name}}\n```', '```sh\n# ouvrir la ruche\nhive open "le couvercle" {{nom}}\n```')).toEqual([])
    expect(check('```yaml\ntitle: Hello World\n```', '```yaml\ntitle: Salut le monde\n```')).toEqual([])
    expect(check('```\nlayout.ejs - uses EJS\n```', '```\nlayout.ejs - использует EJS\n```', 'ru')).toEqual([])
  })
  it('is compared line by line else', () => {
    expect(check('```sh\nhive open\nhive close\n```', '```sh\nhive open\nhive clse\n```')).toEqual(['code 3:1'])
    expect(check('Use `--lid` here.', 'Employer `--couvercle` ici.')).toEqual(['code 1:11'])
    expect(check('Use `lid` here.', 'Employer ceci.')).toEqual(['code 1:1'])
  })
})

describe('numbers', () => {
  it('are the same in other figures and with other signs', () => {
    expect(check('It weighs 1,234.5 kg.', 'Il pèse 1 234,5 kg.')).toEqual([])
    expect(check('It weighs 1,234.5 kg.', 'इसका भार १,२३४.५ किग्रा है।', 'hi')).toEqual([])
    expect(check('It weighs 1,234.5 kg.', 'Es wiegt 1.234,5 kg.', 'de')).toEqual([])
    expect(check('In 1990 there were 1250 hives.', 'في سنة ١٩٩٠ كان هناك ١٬٢٥٠ خلية.', 'ar')).toEqual([])
  })
  it('may be words, counted otherwise, or of another calendar or clock', () => {
    expect(check('There are 12 hives and 30 days.', 'Il y a douze ruches et trente jours.')).toEqual([])
    expect(check('It costs 3 million dollars, 250000 of them today.', '它的价格是三百万美元，其中今天是25万。', 'zh-Hans')).toEqual([])
    expect(check('It was in 1990, at 3 pm, far from here.', 'C’était en 90, à 15 h, loin d’ici.')).toEqual([])
    expect(check('It was made in 2024 by them.', 'มันถูกสร้างในปี 2567 โดยพวกเขา', 'th')).toEqual([])
    expect(check('A jar is £40, two are £75.', 'Un pot coûte 45 €, deux coûtent 85 €.')).toEqual([])
  })
  it('are missed else', () => {
    expect(check('There are 1250 hives here.', 'Il y a 1520 ruches ici.')).toEqual(['number 1:8'])
    expect(check('It grows by 2.5 % each year.', 'Cela croît de 25 % chaque année.')).toEqual(['number 1:15'])
    expect(check('There are 345 hives here.', 'Il y a des ruches ici.')).toEqual(['number 1:1'])
    expect(check('It weighs 40 kg in all.', 'Il pèse 40 g en tout.')).toEqual(['unit 1:9'])
  })
})

describe('structure', () => {
  it('has headings of the same rank, as many notes, the same placeholders', () => {
    expect(check('# A\n\n## B\n\n### C', '# A\n\n## B\n\n#### C')).toEqual([])
    expect(check('# A\n\n## B\n\nOne `a`.\n\n### C\n\nTwo `b`.', '# A\n\n### B\n\nUn `a`.\n\n## C\n\nDeux `b`.')).toEqual(['heading 3:1', 'heading 7:1'])
    expect(check('Honey[^1].\n\n[^1]: Sweet.', 'Miel[^a].\n\n[^a]: Doux.')).toEqual([])
    expect(check('Honey[^1].\n\n[^1]: Sweet.', 'Miel.')).toEqual(['note 1:1'])
    expect(check('Dear {name}, you have %s jars.', 'Cher {nom}, vous avez %s pots.')).toEqual(['placeholder 1:6'])
  })
})

describe('words', () => {
  const english = 'The bees of the hive are in the garden, and they have to fly to the flowers of the field.'
  it('are those of the source no more', () => {
    expect(check(english, english)).toEqual(['untranslated 1:1'])
    expect(check('Use Apache Kafka Connect Elasticsearch Sink', 'Use Apache Kafka Connect Elasticsearch Sink')).toEqual([])
    expect(check('`npm install honey --save` [x](/x)', '`npm install honey --save` [x](/x)')).toEqual([])
  })
  it('are in the language of the edition', () => {
    expect(check('The bees fly.', 'Las abejas de la colmena están en el jardín, y no se van por la noche con las flores del campo.')).toEqual(['wrong-language 1:1'])
    expect(check('The bees fly.', english, 'ja')).toEqual(['wrong-language 1:1'])
    expect(check('The bees fly.', '蜜蜂はとても小さい虫です。花から花へと飛んで、蜜を集めています。', 'zh-Hans')).toEqual(['wrong-language 1:1'])
    expect(check('The bees fly.', '这个蜂箱里的蜜蜂对我们来说是非常重要的，它们会在花园里工作。', 'zh-Hant')).toEqual(['wrong-language 1:1'])
    expect(check('The bees fly.', '::: {lang=es}\nLas abejas de la colmena están en el jardín, y no se van por la noche con las flores del campo.\n:::')).toEqual([])
    expect(check('The bees fly.', 'Le titre anglais est « The Bees of the Hive » et celui du film est « The Secret Life of Bees ».')).toEqual([])
  })
})
