import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { type InferredColumn, inferColumn } from '../../../src/table/infer.ts'
import { defaultContext } from '../../../src/table/parse/reading.ts'

const context = defaultContext('2026-11-21')

describe('lists of ../shared/data, where they are there', () => {
  const folder = resolve(import.meta.dirname, '../../../../shared/data')
  const absent = !existsSync(folder)
  const ofCsv = (text: string) => {
    const [header = [], ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
      skipEmptyLines: true,
    }).data
    return new Map(
      header.map((name, at) => [
        name,
        inferColumn(
          rows.map((row) => row[at] ?? ''),
          name,
          context,
        ),
      ]),
    )
  }
  const file = (name: string) => readFileSync(resolve(folder, name))
  const kinds = (columns: Map<string, InferredColumn>) =>
    Object.fromEntries(
      [...columns].map(([name, { reading, role }]) => [name, `${reading} ${role}`]),
    )

  test.skipIf(absent)('telco: 21 columns, 11 blanks in TotalCharges', () => {
    const columns = ofCsv(file('customers/telco_customer_churn.csv').toString())
    expect(kinds(columns)).toMatchObject({
      customerID: 'code key',
      gender: 'category group',
      SeniorCitizen: 'boolean group',
      Partner: 'boolean group',
      tenure: 'number measure',
      MultipleLines: 'category group',
      Contract: 'category group',
      PaymentMethod: 'category group',
      MonthlyCharges: 'money measure',
      TotalCharges: 'money measure',
      Churn: 'boolean group',
    })
    expect(columns.get('TotalCharges')).toMatchObject({ missing: 11, failed: 0, filled: 7032 })
  })
  test.skipIf(absent)('northwind: codes, phones and accents stay texts', () => {
    const columns = ofCsv(file('customers/northwind_customers.csv').toString())
    expect(kinds(columns)).toMatchObject({
      CustomerID: 'code key',
      CompanyName: 'text name',
      PostalCode: 'code other',
      Phone: 'phone phone',
      Country: 'category group',
      Address: 'text other',
    })
    expect([...columns.values()].every(({ failed }) => failed === 0)).toBe(true)
  })
  test.skipIf(absent)('wholesale: numbers, with channel and region to group by', () => {
    const columns = ofCsv(file('customers/wholesale_customers.csv').toString())
    expect([...columns.values()].every(({ reading }) => reading === 'number')).toBe(true)
    expect(columns.get('Channel')?.role).toBe('group')
    expect(columns.get('Region')?.role).toBe('group')
    expect(columns.get('Fresh')?.role).toBe('measure')
  })
  test.skipIf(absent)('rfm: 39,999 customers', () => {
    const columns = ofCsv(gunzipSync(file('rfm/rfm_data_customer.csv.gz')).toString())
    expect(kinds(columns)).toEqual({
      customer_id: 'code key',
      revenue: 'money measure',
      most_recent_visit: 'date measure',
      number_of_orders: 'number measure',
      recency_days: 'number measure',
      first_name: 'text name',
      last_name: 'text name',
      email: 'text other',
    })
  })
  const python = ['python3', 'python'].find((name) => {
    try {
      return execFileSync(name, ['--version']).length > 0
    } catch {
      return false
    }
  })
  test.skipIf(absent || python === undefined)('the generated list with its dirty cells', () => {
    const columns = ofCsv(
      execFileSync(python ?? '', [resolve(folder, 'generate_customers.py'), '3000'], {
        maxBuffer: 1e8,
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      }).toString(),
    )
    expect(kinds(columns)).toEqual({
      客户编号: 'code key',
      客户名称: 'text name',
      地区: 'category group',
      行业: 'category group',
      来源渠道: 'category group',
      首次购买日期: 'date measure',
      最近购买日期: 'date measure',
      购买次数: 'number measure',
      累计金额: 'money measure',
      NPS评分: 'rating measure',
      投诉次数: 'number measure',
      备注: 'text note',
    })
    // dirty values: only the NPS answers outside 0–10 cannot be read
    for (const [name, { failed }] of columns)
      if (name !== 'NPS评分') expect([name, failed]).toEqual([name, 0])
    expect(
      columns.get('NPS评分')?.failures.every((text) => ['11', '-1', '99'].includes(text)),
    ).toBe(true)
    expect(columns.get('累计金额')?.unit).toBe('CNY')
  })
})
