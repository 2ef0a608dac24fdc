/** Languages and scripts as ONIX names them: ISO 639-2 in its bibliographic codes (list 74), ISO 15924 (list 121), ISO 3166-1 (list 91). */
import {scriptOf} from '../../core/locale.ts'
import type {Language} from '../../core/model.ts'

/** BCP 47 takes the code of two letters where there is one: those of ISO 639-1 with their codes of three. */
const pairs = `
  ab:abk aa:aar af:afr ak:aka sq:alb am:amh ar:ara an:arg hy:arm as:asm av:ava ae:ave ay:aym az:aze bm:bam ba:bak eu:baq be:bel bn:ben bi:bis
  bs:bos br:bre bg:bul my:bur ca:cat ch:cha ce:che ny:nya zh:chi cu:chu cv:chv kw:cor co:cos cr:cre hr:hrv cs:cze da:dan dv:div nl:dut dz:dzo
  en:eng eo:epo et:est ee:ewe fo:fao fj:fij fi:fin fr:fre ff:ful gl:glg ka:geo de:ger el:gre gn:grn gu:guj ht:hat ha:hau he:heb hz:her hi:hin
  ho:hmo hu:hun ia:ina id:ind ie:ile ga:gle ig:ibo ik:ipk io:ido is:ice it:ita iu:iku ja:jpn jv:jav kl:kal kn:kan kr:kau ks:kas kk:kaz km:khm
  ki:kik rw:kin ky:kir kv:kom kg:kon ko:kor ku:kur kj:kua la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav gv:glv mk:mac mg:mlg
  ms:may ml:mal mt:mlt mi:mao mr:mar mh:mah mn:mon na:nau nv:nav nd:nde ne:nep ng:ndo nb:nob nn:nno no:nor ii:iii nr:nbl oc:oci oj:oji om:orm
  or:ori os:oss pa:pan pi:pli fa:per pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:rum ru:rus sa:san sc:srd sd:snd se:sme sm:smo sg:sag sr:srp
  gd:gla sn:sna si:sin sk:slo sl:slv so:som st:sot es:spa su:sun sw:swa ss:ssw sv:swe ta:tam te:tel tg:tgk th:tha ti:tir bo:tib tk:tuk tl:tgl
  tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln cy:wel wo:wol fy:fry xh:xho yi:yid
  yo:yor za:zha zu:zul`

/** Further codes of ISO 639-2, which BCP 47 shares; and Cantonese, which list 74 adds. */
const further = `
  ace ach ada ady afh ain akk ale alt ang anp apa arc arn arp arw ast awa bal ban bas bej bem bho bik bin bla bra brx bua bug byn cad car
  ceb chb chg chk chm chn cho chp chr chy cnr cop crh csb dak dar del den dgr din doi dsb dua dum dyu efi egy eka elx enm ewo fan fat fil
  fon frm fro frr frs fur gaa gay gba gez gil gmh goh gon gor got grb grc gsw gwi hai haw hil hit hmn hsb hup iba ilo inh jbo jpr jrb kaa
  kab kac kam kaw kbd kha kho kmb kok kos kpe krc krl kru kum kut lad lah lam lez lol loz lua lui lun luo lus mad mag mai mak man mas mdf
  mdr men mga mic min mnc mni moh mos mul mus mwl mwr myv nap nds new nia niu nog non nqo nso nub nwc nym nyn nyo nzi osa ota pag pal pam
  pap pau peo phn pon pro raj rap rar rom rup sad sah sam sas sat scn sco sel sga shn sid sma smj smn sms snk sog srn srr suk sus sux syc
  syr tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tup tvl tyv udm uga umb und vai vot wal war was xal yao yap zap zbl zen zgh zun
  zza yue`

const codeByLanguage: ReadonlyMap<string, string> = new Map(pairs.trim().split(/\s+/).map((pair) => {
  const [two = '', three = ''] = pair.split(':')
  return [two, three]
}))
const known: ReadonlySet<string> = new Set(further.trim().split(/\s+/))

export interface OnixLanguage {
  /** Undetermined (`und`) for a language that the list lacks. */
  readonly code: string
  readonly country?: string
  /** Where it is named, or follows from the region and is not the language's usual one. */
  readonly script?: string
}

/** `pt-BR` is por, BR; `zh-TW` is chi, TW, Hant. */
export function describeLanguage(tag: Language): OnixLanguage {
  const {language, region, script} = new Intl.Locale(tag)
  const code = codeByLanguage.get(language) ?? (known.has(language) ? language : 'und')
  const isUnusual = script !== undefined || scriptOf(tag) !== scriptOf(language)
  return {code, ...(region !== undefined && /^[A-Z]{2}$/.test(region) && {country: region}), ...(isUnusual && {script: scriptOf(tag)})}
}
