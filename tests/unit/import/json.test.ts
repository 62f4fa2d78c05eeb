import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import type { RawCell } from '../../../src/table/raw.ts'
import { names, opened, pasted, planOf, tableOf, utf16, valuesOf } from './sources.ts'

async function sheetsIn(text: string | Uint8Array<ArrayBuffer>) {
  const source = await opened(text, '客户.json')
  expect(source.kind).toBe('json')
  const { sheets } = await source.read({ encoding: null, delimiter: null }, createJob())
  return sheets.map(({ name, rowCount, columns }) => ({
    name,
    rows: Array.from({ length: rowCount }, (_, row): RawCell[] =>
      columns.map((column) => column.at(row) ?? null),
    ),
  }))
}

const rowsIn = async (text: string | Uint8Array<ArrayBuffer>) => (await sheetsIn(text))[0]?.rows

const refused = async (text: string) => {
  try {
    await opened(text, '客户.json')
  } catch (error) {
    return error
  }
  throw new Error('it was not refused')
}

describe('JSON', () => {
  test('a list of objects: keys in the order of their first appearance, gaps stay empty', async () => {
    expect(
      await rowsIn('[{"名称":"张三","金额":500},{"等级":"A","名称":"李四","金额":null},{}]'),
    ).toEqual([
      ['名称', '金额', '等级'],
      ['张三', 500, null],
      ['李四', null, 'A'],
    ])
  })

  test('objects inside objects become columns, what lies deeper and lists stay JSON', async () => {
    const text =
      '[{"name":"张三","address":{"city":"上海","geo":{"lat":31.2, "lon":121}},"tags":["a","b"],"open":true}]'
    expect(await rowsIn(text)).toEqual([
      ['name', 'address.city', 'address.geo', 'tags', 'open'],
      ['张三', '上海', '{"lat":31.2, "lon":121}', '["a","b"]', true],
    ])
  })

  test('a list of lists stands as it is', async () => {
    expect(await rowsIn('[["名称","金额"],["张三",1.5],[],["李四"]]')).toEqual([
      ['名称', '金额'],
      ['张三', 1.5],
      [null, null],
      ['李四', null],
    ])
  })

  test('the answer of an interface: the list is found inside, whatever stands around it', async () => {
    expect(
      await sheetsIn('{"code":0,"msg":"ok","data":{"total":1,"list":[{"a":1}],"ids":[1,2]}}'),
    ).toEqual([{ name: 'list', rows: [['a'], [1]] }])
  })

  test('several lists become several sheets', async () => {
    expect(await sheetsIn('{"customers":[{"id":1}],"orders":[{"no":2}],"none":[]}')).toEqual([
      { name: 'customers', rows: [['id'], [1]] },
      { name: 'orders', rows: [['no'], [2]] },
    ])
  })

  test('an object a line', async () => {
    expect(await rowsIn('{"a":1,"b":[{"c":1}]}\n{"b":2}\r\n\n{"a":3}\n')).toEqual([
      ['a', 'b'],
      [1, '[{"c":1}]'],
      [null, 2],
      [3, null],
    ])
  })

  test('digits that JSON.parse would round stay', async () => {
    expect(JSON.parse('[110101199003077777]')).toEqual([110101199003077780])
    expect(
      await rowsIn('[{"id":110101199003077777,"n":9007199254740991,"x":-12345678901234567890}]'),
    ).toEqual([
      ['id', 'n', 'x'],
      ['110101199003077777', 9007199254740991, '-12345678901234567890'],
    ])
    // 110101199003070080 is what a number of its own would print as, too: a column is one or the other
    expect(await rowsIn('[[110101199003070080]]')).toEqual([['110101199003070080']])
    const table = await tableOf(
      await opened(
        '[{"身份证号":110101199003077777,"名称":"张三"},{"身份证号":110101199003078884,"名称":"李四"}]',
      ),
    )
    expect(valuesOf(table, '身份证号')).toEqual(['110101199003077777', '110101199003078884'])
  })

  test('keys that name parts of objects are names like others', async () => {
    const plan = await planOf(
      await opened('[{"__proto__":1,"constructor":"x","toString":{"__proto__":2}}]'),
    )
    expect(names(plan)).toEqual(['__proto__', 'constructor', 'toString.__proto__'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('encodings as of other texts; pasted, too', async () => {
    expect(await rowsIn(utf16('\ufeff[{"名称":"张三"}]'))).toEqual([['名称'], ['张三']])
    const plan = await planOf(await pasted('[{"名称":"张三","金额":5}]'))
    expect([plan.file.kind, names(plan)]).toEqual(['json', ['名称', '金额']])
  })

  test('every value is the one that JSON.parse gives', async () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => text !== ''),
      fc
        .double({ noNaN: true, noDefaultInfinity: true })
        .filter((n) => Math.abs(n) < 1e15 && !Object.is(n, -0)),
      fc.boolean(),
      fc.constant(null),
    )
    const grid = fc.array(fc.array(scalar, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(grid, fc.constantFrom(0, 2, '\t'), async (rows, indent) => {
        const text = JSON.stringify(
          rows.map((row) => [...row, 'end']),
          null,
          indent,
        )
        const source = await pasted(text)
        const { sheets } = await source.read({ encoding: null, delimiter: null }, createJob())
        const read = rows.map((row, at) =>
          row.map((_, column) => sheets[0]?.columns[column]?.at(at) ?? null),
        )
        expect(read).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })
})

describe('JSON is refused where there is no table', () => {
  test.each([
    ['{"name":"张三","amount":5}', 'file.notTable'],
    ['[1,2,3]', 'file.notTable'],
    ['["a","b"]', 'file.notTable'],
    ['{"a":{"b":{"c":{"d":[{"e":1}]}}}}', 'file.notTable'],
    ['{}', 'file.notTable'],
  ])('%s: %s', async (text, code) => {
    expect(await refused(text)).toMatchObject({ code })
  })

  test.each([
    ['[{"a":1},\n{"a":2},\n]', 3],
    ['[{"a":1},\n{"a":', 2],
    ['[{"a":1}]\nrest', 2],
    ['[{"a":1}\n{"a":2}]', 2],
    ['[{"a":01}]', 1],
    ['[{"a":\'x\'}]', 1],
    ['[{"a":[1,{"b":2]}}]', 1],
    ['[{"a":"never closed}]', 1],
    ['[{"a":"\\x"}]', 1],
  ])('%j breaks in line %i', async (text, line) => {
    expect(await refused(text)).toMatchObject({ code: 'file.notJson', detail: { line } })
  })

  test('lists in lists without end', async () => {
    expect(await refused(`[{"a":${'['.repeat(100_000)}`)).toMatchObject({ code: 'file.notJson' })
    expect(await refused('{"a":'.repeat(100_000))).toMatchObject({ code: 'file.notJson' })
  })

  test('more than 500 keys', async () => {
    const keys = Array.from({ length: 501 }, (_, i) => [`k${i}`, i])
    expect(await refused(JSON.stringify([Object.fromEntries(keys)]))).toMatchObject({
      code: 'file.tooManyColumns',
    })
  })

  test('delimited text that begins with a bracket stays delimited', async () => {
    for (const text of [
      '[1] 张三,5\n[2] 李四,6\n',
      '[客户],金额\n张三,5\n',
      '{客户},金额\n张三,5\n',
    ])
      expect((await opened(text)).kind).toBe('delimited')
  })
})
