import { plain } from '../table/parse/normalise.ts'
import { phoneKey } from '../table/parse/phone.ts'

/**
 * Letters of other scripts that look like Latin ones, small letters apart from capitals, since В is like B and в is not.
 * Source: Unicode confusables (UTS #39), Cyrillic and Greek letters that whole words are written with.
 */
const lookAlikes = new Map([
  ...pairs('АВЕЗКМНОРСТУХІЈЅԌԚԜ', 'ABE3KMHOPCTYXIJSGQW'),
  ...pairs('аеорсухіјѕһԁԛԝ', 'aeopcyxijshdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ...pairs('αινορυ', 'aivopu'),
])

/** Characters of firm and family names in their simplified form: the common ones, one to one; no dictionary. */
const simplified = new Map(
  Array.from(
    '國国電电貿贸業业東东車车華华廣广機机設设備备達达樂乐龍龙豐丰興兴聯联億亿萬万寶宝銀银鐵铁鋼钢紙纸織织網网訊讯術术藝艺醫医藥药學学長长門门飛飞風风雲云島岛灣湾陽阳陳陈張张劉刘黃黄楊杨趙赵吳吴鄭郑馬马許许謝谢韓韩馮冯蕭萧葉叶蘇苏盧卢鄧邓嚴严偉伟麗丽強强軍军潔洁靜静僑侨園园場场廠厂產产發发資资財财際际運运輸输農农飲饮館馆橋桥環环創创實实慶庆遠远進进優优傳传動动務务個个兒儿關关與与綠绿紅红鮮鲜魚鱼龜龟齊齐賓宾團团圖图書书報报視视頻频導导顧顾問问詢询證证險险債债稅税貨货儲储銷销購购買买賣卖價价貴贵軟软體体數数碼码據据構构築筑燈灯師师'.match(
      /../gu,
    ) ?? [],
    (pair) => [...pair] as [string, string],
  ),
)

function pairs(from: string, to: string): (readonly [string, string])[] {
  return [...from].map((letter, at) => [letter, to[at] as string])
}

const foreign = /[\u0370-\u03ff\u0400-\u052f]/
const foreignAll = /[\u0370-\u03ff\u0400-\u052f]/g
const onlyHan = /^[\u4e00-\u9fff]+$/
const signs = /[\p{P}\s]+/gu
const hanAll = /[\u4e00-\u9fff]/g

/** The form in which two writings of a name are the same: without case, width, blanks, brackets and signs. */
export function nameForm(text: string): string {
  if (onlyHan.test(text)) return text
  const form = plain(text)
  return form.replace(signs, '').toLowerCase() || form.toLowerCase()
}

const legalHan = /(?:股份有限公司|有限责任公司|有限公司|责任公司|股份公司|总公司|公司)$/
/** Source: ISO 20275 (Entity Legal Forms), the ones met in exports of CRM systems. */
const legalLatin =
  /(?:[\s,.&()-]+(?:co|company|inc|incorporated|corp|corporation|ltd|limited|llc|llp|lp|plc|gmbh|ag|kg|sa|sas|sarl|srl|spa|bv|nv|ab|oy|pty|pte|kk|sdn|bhd))+[\s.]*$/
const leastLeft = 2 // characters of a name that must be left

/** The same without legal form, with Latin for what only looks Latin, in simplified characters. */
export function firmForm(text: string): string {
  const folded = foreign.test(text)
    ? text.replace(foreignAll, (letter) => lookAlikes.get(letter) ?? letter)
    : text
  const form = plain(folded).toLowerCase()
  const spaced = form.replace(/\./g, '').replace(legalLatin, '')
  const bare = spaced.replace(signs, '') || form
  const han = bare.replace(hanAll, (letter) => simplified.get(letter) ?? letter)
  const short = han.replace(legalHan, '')
  return short.length >= leastLeft ? short : han
}

const firmWords =
  /公司|集团|集團|厂|廠|店|商行|商贸|中心|学校|医院|银行|事务所|合作社|工作室|研究院|设计院|协会|超市|酒店|餐厅|大学|门诊|药房|经营部|服务部|分部|办事处/

/** A firm by its name, not a person: two firms hardly share a whole name, two people often do. */
export function isFirm(text: string): boolean {
  if (firmWords.test(text)) return true
  const form = plain(text).toLowerCase()
  if (legalLatin.test(form.replace(/\./g, ''))) return true
  return (form.match(hanAll)?.length ?? 0) >= 5
}

/** The digits of a phone number; '' = masked, or none. */
export const phoneForm = (text: string): string => phoneKey(text) ?? ''
