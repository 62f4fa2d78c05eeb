import type { RawCell } from '../../table/raw.ts'
import { textOf } from '../importer.ts'

/** How a cell looks before any column is known: enough to tell headers from customers. */

const units =
  /[元万亿千百次年月日天周季度个人台件分星折级号时秒]|小时|分钟|usd|rmb|cny|eur|jpy|hkd|xx+|\*\*+|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am|pm|utc|gmt|kg|km|[kmwtz]/gi

/** Longer cells are prose; searches that go back and forth would take the square of their length. */
const longestValue = 254 // of an address of mail, RFC 5321
const longestTotal = 60

/** Numbers, amounts, dates, phones, codes, addresses of mail and web: what a header does not look like. */
export function isTyped(cell: RawCell): boolean {
  if (cell === null) return false
  if (typeof cell !== 'string') return true
  const text = textOf(cell).normalize('NFKC')
  if (text === '') return false
  if (/^https?:\/\//i.test(text)) return true
  if (text.length > longestValue) return false
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return true
  const digits = text.replace(/\D/g, '').length
  if (digits === 0) return /^(true|false|yes|no|是|否|#?n\/a|null|-+)$/i.test(text)
  const letters = text.replace(units, '').replace(/[^\p{L}]/gu, '')
  return letters.length === 0 || (/^[a-z]{1,4}[-_]?\d{3,}/i.test(text) && letters.length <= 4)
}

/** A header that is itself a period: 2024, 2024年, 3月, Q1, 2024年3月, 2024-03, 2024Q1. It counts as a label unless its column holds such periods. */
export function isPeriod(cell: RawCell): boolean {
  return /^((19|20)\d\d(年?(度|[上下]半年)?|[-/.年]((1[0-2]|0?[1-9])月?份?|第?[一二三四1-4]季度?|q[1-4])|q[1-4])|(1[0-2]|0?[1-9])月份?|q[1-4]|[hw]\d{1,2})$/i.test(
    textOf(cell),
  )
}

const headerWords =
  /编号|编码|代码|代号|序号|名称|姓名|客户|公司|单位|联系|电话|手机|邮箱|地址|地区|区域|省|城市|国家|行业|来源|渠道|负责|销售|日期|时间|金额|单价|价格|额$|价值|数量|次数|频率|频次|评分|得分|满意|等级|级别|类型|类别|性别|年龄|状态|备注|说明|比例|占比|率$|天数|年限|规模|投诉|回款|潜力|nps|積分|編號|名稱|電話|日期|金額|備註|地區|顧客|\b(id|name|customer|client|company|phone|mobile|email|e-mail|address|region|city|state|province|country|industry|date|amount|revenue|spend|spent|total|orders?|count|quantity|qty|price|cost|frequency|recency|monetary|score|rating|tier|grade|segment|notes?|remarks?|type|status|owner|value|age|gender|code|number|description|created|updated|first|last)\b/i

export function isKnownHeader(text: string): boolean {
  return headerWords.test(text.replace(/[_-]/g, ' '))
}

/** A short text that is no value. */
export function isLabel(cell: RawCell): boolean {
  const text = textOf(cell)
  return text !== '' && text.length <= 60 && (!isTyped(cell) || isPeriod(cell))
}

const noteStart =
  /^(注|註|备注|備註|说明|說明|填写说明|温馨提示|提示|(?:制表|填表|审核|复核|打印|导出)[人时日间期]*|数据来源|来源|资料来源|截止|截至|note|notes|source|remark|\*)[^一-龥a-z]/i

/** 注：带*号为必填项 · 制表人：张三 · Source: … */
export function isNote(text: string): boolean {
  return noteStart.test(text) || /^(注|註|制表人|填表人|审核人)$/.test(text)
}

const totalWord =
  /^(合计|总计|小计|总和|汇总|共计|累计|本页合计|本页小计|本月合计|合計|總計|小計|grandtotals?|subtotals?|sub-totals?|totals?|sum)$/i
const totalEnd = /(合计|总计|小计|合計|總計|小計|subtotal|(^|\s)total)$/i

/** ASCII and common Han without a letter that each of these words has; a loop, since it is asked for each row. */
function isNoTotal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter < 0x80) {
      if ((letter | 0x20) === 0x6c || (letter | 0x20) === 0x6d) return false // l, m
    } else if (letter < 0x4e00 || letter >= 0xa000) return false
    else if (letter === 0x8ba1 || letter === 0x8a08 || letter === 0x603b) return false // 计計总
  }
  return true
}

/** `whole` = the cell says nothing else; 华东小计 only ends in the word. */
export function totalText(text: string): 'whole' | 'ending' | null {
  if (text.length > longestTotal || isNoTotal(text)) return null
  const bare = text
    .normalize('NFKC')
    .replace(/[（(][^()（）]*[)）]$/, '')
    .replace(/[:：\s]+$/, '')
  if (totalWord.test(bare.replace(/\s/g, ''))) return 'whole'
  return bare.length <= 30 && totalEnd.test(bare) ? 'ending' : null
}
