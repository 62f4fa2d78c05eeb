import { describe, expect, test } from 'vitest'
import { matchForm } from '../../../src/table/parse/normalise.ts'
import { phoneKey } from '../../../src/table/parse/phone.ts'
import { splitTags } from '../../../src/table/parse/tags.ts'
import { meaningOf } from '../../../src/table/roles.ts'

// rows of "Reading what people really write"
describe('keys of phones', () => {
  test.each([
    ['+86 138-0013-8000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ["'13800138000", '13800138000'],
    ['(010)6234-5678', '01062345678'],
    ['138****1234', null],
    ['138xxxxxx', null],
    ['微信', null],
    // several numbers in one cell: the first
    ['13800138000/13900139000', '13800138000'],
    ['13800138000、13900139000', '13800138000'],
    ['13800138000，010-62345678', '13800138000'],
    ['13800138000 13900139000', '13800138000'],
    ['13800138000-13900139000', '13800138000'],
    ['138 0013 8000\n139 0013 9000', '13800138000'],
    ['13800138000(妈妈) 13900139000(爸爸)', '13800138000'],
    ['电话：13800138000 或 13900139000', '13800138000'],
    ['010-62345678/79', '01062345678'],
    ['138****1234/13900139000', '13900139000'], // the first that is whole
    ['2024/03/05', null],
    ['12345/67', null],
  ])('%s → %s', (text, key) => {
    expect(phoneKey(text)).toBe(key)
  })
})

test('VIP;老客户，大单、续约 are four tags', () => {
  expect(splitTags('VIP;老客户，大单、续约|vip')).toEqual(['VIP', '老客户', '大单', '续约'])
})

test('names match without width, case and blanks', () => {
  expect(matchForm('北京A科技（有限）公司')).toBe(matchForm('北京Ａ科技(有限) 公司'))
  expect(matchForm('张三　')).toBe('张三')
})

describe('headers', () => {
  // "File formats of other systems": Zoho, HubSpot, Salesforce, Shopify, Chinese CRM templates
  test.each([
    ['客户名称*', 'name', 'text'],
    ['客户编号', 'key', 'code'],
    ['Record Id', 'key', 'code'],
    ['Account Name', 'name', 'text'],
    ['Annual Revenue', 'measure', 'money'],
    ['AnnualRevenue', 'measure', 'money'],
    ['NumberOfEmployees', 'measure', 'number'],
    ['Last Activity Date', 'measure', 'date'],
    ['Create Date', 'other', 'date'],
    ['BillingPostalCode', 'other', 'code'],
    ['Default Address Phone', 'phone', 'phone'],
    ['Total Spent', 'measure', 'money'],
    ['Total Orders', 'measure', 'number'],
    ['Tags', 'other', 'tags'],
    ['Note', 'note', 'text'],
    ['Lifecycle Stage', 'group', 'category'],
    ['客户级别', 'tier', 'tier'],
    ['意向级别', 'tier', 'tier'],
    ['购买频率', 'measure', 'frequency'],
    ['交易次数', 'measure', 'number'],
    ['累计成交金额', 'measure', 'money'],
    ['客户生命周期价值', 'measure', 'money'],
    ['最后跟进时间', 'measure', 'date'],
    ['满意度', 'measure', 'rating'],
    ['推荐指数', 'measure', 'rating'],
    ['业务负责人', 'group', 'category'],
    ['联系电话', 'phone', 'phone'],
    ['电子邮箱', 'other', 'text'],
    ['paid', null, null],
  ])('%s is %s, read as %s', (header, role, reading) => {
    expect(meaningOf(header)).toMatchObject({ role, reading })
  })
})
