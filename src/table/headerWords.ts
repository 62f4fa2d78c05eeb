import { plain } from './parse/normalise.ts'

/** The characters of headers in which Traditional differs from Simplified Chinese, pair by pair. */
const traditional = new Map(
  '戶户編编號号稱称額额購购買买賣卖電电話话聯联絡络級级類类備备註注訂订單单數数頻频時时間间總总費费業业區区國国郵邮機机標标籤签負负責责員员會会積积評评滿满訪访後后歷历紀纪錄录價价貨货產产務务層层歲岁齡龄蹤踪導导軟软門门從从來来潛潜內内應应實实際际優优億亿萬万'
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]),
)

function simplified(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (letter) => traditional.get(letter) ?? letter)
}

/** 客户名称* → 客户名称, 客戶編號 → 客户编号, MonthlyCharges → monthly charges, number_of_orders → number of orders, 金额（元） → 金额. */
export function headerWords(header: string): string {
  return simplified(plain(header))
    .replace(/[([【][^)\]】]*[)\]】]/g, ' ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(\p{Script=Han})([A-Za-z])/gu, '$1 $2')
    .replace(/([A-Za-z])(\p{Script=Han})/gu, '$1 $2')
    .replace(/[\s_\-*:/#.,%$¥]+/g, ' ')
    .trim()
    .toLowerCase()
}
