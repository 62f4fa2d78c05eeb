import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matchForm } from '../../src/table/parse/normalise.ts'
import { phoneKey } from '../../src/table/parse/phone.ts'
import { splitTags } from '../../src/table/parse/tags.ts'
import {
  bytesOf,
  encode,
  issueCodes,
  names,
  opened,
  pasted,
  planOf,
  planText,
  tableOf,
  utf16,
  valuesOf,
} from '../unit/import/sources.ts'
import { amounts } from './values.amounts.ts'
import { texts } from './values.texts.ts'
import { times } from './values.times.ts'
import { type Case, imported } from './values.ts'

/**
 * Every row of the first table of the page "Reading what people really write" (spec/value-parsing.md): what its texts are
 * in a column that an import understands by itself. The page is the source of all expectations.
 */
const page = resolve(import.meta.dirname, '../../../shared/spec/value-parsing.md')
const cited = new Set<string>()
const row = (name: string) => {
  cited.add(name)
  return name
}

const cases: readonly Case[] = [...amounts, ...times, ...texts]

describe.each(cases.map((one) => ({ ...one, name: `${row(one.row)} under ${one.header}` })))(
  '$name',
  ({ header, cells, among = [], choice, reading, unit, issues }) => {
    const all = [...cells.map(([cell]) => cell), ...among]
    const { inferred, read } = imported(header, all, choice)
    test('is understood', () => {
      expect(inferred.reading).toBe(reading)
      if (unit !== undefined) expect(inferred.unit).toBe(unit)
      const codes = inferred.issues.map(({ code }) => code)
      for (const code of issues ?? []) expect(codes).toContain(code)
    })
    test('is read', () => {
      const seen = read.slice(0, cells.length).map(({ cell, value, mark }) => [cell, value, mark])
      expect(seen).toEqual(cells.map(([cell, value, mark = 'plain']) => [cell, value, mark]))
    })
    test('is counted', () => {
      const failed = read.filter(({ mark }) => mark === 'error').length
      const filled = read.filter(({ value, mark }) => value !== null || mark === 'error').length
      expect(inferred).toMatchObject({ filled, failed, missing: all.length - filled })
      expect(inferred.success).toBe(filled === 0 ? 1 : (filled - failed) / filled)
    })
  },
)

describe('keys and matching', () => {
  test(`${row('+86 138-0013-8000')} has one key`, () => {
    const same = ['+86 138-0013-8000', '0086 13800138000', "'13800138000", '138 0013 8000']
    expect(same.map(phoneKey)).toEqual(same.map(() => '13800138000'))
    expect(phoneKey('(010)6234-5678')).toBe('01062345678')
    expect(phoneKey('138****1234')).toBeNull()
  })
  test(row('VIP;老客户，大单、续约'), () => {
    expect(splitTags('VIP;老客户，大单、续约')).toEqual(['VIP', '老客户', '大单', '续约'])
    expect(imported('标签', ['VIP;老客户，大单、续约']).inferred.reading).toBe('tags')
  })
  test(row('北京A科技（有限）公司'), () => {
    expect(matchForm('北京A科技（有限）公司')).toBe(matchForm('北京A科技(有限)公司'))
  })
})

describe('whole tables', () => {
  test(row('row 合计'), async () => {
    const lines = ['合计', '总计', '小计', 'Total'].map((word) => `${word},1500`)
    const plan = await planText(`客户名称,金额\n张三,500\n李四,1000\n${lines.join('\n')}\n`)
    expect(plan.rowCount).toBe(2)
    expect(plan.layout.totals).toEqual([3, 4, 5, 6])
    expect(issueCodes(plan)).toContain('rows.totals')
  })
  test(row('title row'), async () => {
    const plan = await planText(
      '客户信息登记表,\n注：带*号为必填项,\n客户名称*,金额\n张三,500\n李四,700\n',
    )
    expect(plan.layout).toMatchObject({ headerFrom: 2, headerRows: 1, dataFrom: 3 })
    expect(names(plan)).toEqual(['客户名称', '金额'])
  })
  test(row('header rows'), async () => {
    const plan = await planOf(
      await pasted(
        '客户基本信息\t\t分级指标\n客户名称\t联系方式\t单次消费金额\n张三\t138xxxxxx\t500元\n李四\t139xxxxxx\t700元\n',
      ),
    )
    expect(plan.columns.map(({ group, name }) => [group, name])).toEqual([
      ['客户基本信息', '客户名称'],
      ['客户基本信息', '联系方式'],
      ['分级指标', '单次消费金额'],
    ])
  })
  test(row('duplicate header'), async () => {
    const plan = await planText('客户名称,备注,备注\n张三,a,b\n')
    expect(names(plan)).toEqual(['客户名称', '备注', '备注 (2)'])
  })
  test(row('---|---|---'), async () => {
    const plan = await planOf(await pasted('客户名称|金额|备注\n---|---|---\n张三|500|x\n'))
    expect([plan.rowCount, names(plan)]).toEqual([1, ['客户名称', '金额', '备注']])
  })
  test(row('GBK bytes'), async () => {
    const bytes = bytesOf('BF CD BB A7 C3 FB B3 C6 0A D5 C5 C8 FD 0A C0 EE CB C4 0A')
    const plan = await planOf(await opened(bytes))
    expect([plan.text?.encoding, names(plan)]).toEqual(['gb18030', ['客户名称']])
    const longer = encode('客户名称,备注\n张三,长期客户\n', 'gb18030')
    expect(names(await planOf(await opened(longer)))).toEqual(['客户名称', '备注'])
  })
  test(row('UTF-8 file'), async () => {
    const plan = await planText('客户名称\n张三\n')
    expect([plan.text?.encoding, names(plan)]).toEqual(['utf-8', ['客户名称']])
  })
  test(row('UTF-16LE'), async () => {
    const tabs = await planOf(await opened(utf16('\ufeff客户名称\t金额\r\n张三\t500\r\n')))
    expect([tabs.text?.encoding, names(tabs)]).toEqual(['utf-16le', ['客户名称', '金额']])
    const semicolons = await planText('sep=;\n客户名称;金额\n张三;1,5\n')
    expect([semicolons.text?.delimiter, names(semicolons)]).toEqual([';', ['客户名称', '金额']])
    const commas = await planText('sep=,\n客户名称,金额\n张三,500\n')
    expect(names(commas)).toEqual(['客户名称', '金额'])
  })
  test(row('quoted line breaks'), async () => {
    const source = await opened(
      '客户名称,备注,金额\n"张\n三","说""好""",5,\n李四,少一格\n王五,x,7,\n',
    )
    expect(issueCodes(await planOf(source))).toContain('rows.ragged')
    const table = await tableOf(source)
    expect(valuesOf(table, '备注')).toEqual(['说"好"', '少一格', 'x'])
    expect(valuesOf(table, '金额')).toEqual([5, null, 7])
  })
})

describe('the page', () => {
  // the rows of orders belong to the tables of orders
  const elsewhere = ['one order over several rows']
  test.runIf(existsSync(page))('has no row that is not tested', () => {
    const lines = readFileSync(page, 'utf8').split('\n')
    const from = lines.findIndex((line) => line.startsWith('| Input | Expected'))
    const rows = lines.slice(from + 2, lines.indexOf('', from))
    expect(rows.length).toBeGreaterThan(60)
    const known = [...cited, ...elsewhere]
    const left = rows
      .map((line) => (line.split(/(?<!\\)\|/)[1] ?? '').replaceAll('`', '').trim())
      .map((text) => text.replaceAll('\\|', '|'))
      .filter((text) => !known.some((name) => text === name || text.startsWith(`${name} `)))
      .filter((text) => !known.some((name) => text.startsWith(`${name},`)))
    expect(left).toEqual([])
  })
})
