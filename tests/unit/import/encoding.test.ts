import { describe, expect, test } from 'vitest'
import { createJob } from '../../../src/core/job.ts'
import { decode, detectEncoding } from '../../../src/import/text/encoding.ts'
import { bytesOf, encode, issueCodes, names, opened, planOf, utf16 } from './sources.ts'

const detect = (bytes: Uint8Array<ArrayBuffer>) => detectEncoding(new Blob([bytes]), createJob())

// A text of everyday business words; no list of the detector holds any of them.
const simplified = '编号,单位名称,所在城市,跟进情况\r\n1,远大贸易公司,杭州,已签合同等待回款\r\n'
const traditional = '編號,單位名稱,所在城市,跟進情況\r\n1,遠大貿易公司,臺中,已簽合約等待回款\r\n'
const japanese = '番号,会社名,都市,備考\r\n1,さくら商事,大阪,来週お電話します\r\n'
const russian = 'Номер,Название,Город\r\n1,Ромашка,Москва\r\n2,Восток,Казань\r\n'
const french = 'Numéro,Société,Région\r\n1,Café Belle Époque,Île-de-France\r\n'

// sentences as they stand in address books and on invoices of these countries
const pages: readonly (readonly [string, string])[] = [
  ['euc-kr', '번호,회사명,도시,비고\r\n1,한빛무역 주식회사,서울,다음 주에 전화 드리겠습니다\r\n'],
  ['euc-kr', '고객명,전화,등급\r\n김민수,010-1234-5678,우수\r\n이영희,010-2345-6789,일반\r\n'],
  ['windows-1250', 'Nazwa,Miasto\r\nZakład Usługowy Błysk,Łódź\r\nSpółka Żółw,Gdańsk\r\n'],
  ['windows-1250', 'Název,Město\r\nŽelezářství Šťastný,Plzeň\r\nLékárna U Měšťanů,Žďár\r\n'],
  ['windows-1253', 'Όνομα,Πόλη\r\nΕμπορική Εταιρεία,Αθήνα\r\nΚαφές και ποτά,Θεσσαλονίκη\r\n'],
  ['windows-1254', 'Müşteri,Şehir\r\nYıldız Ticaret,İstanbul\r\nGüneş Gıda Sanayi,Beyoğlu\r\n'],
  // and their neighbours, which stay what they were
  ['gb18030', '客户,备注\r\n北京爱华办公,本季度续费\r\n'],
  ['gb18030', '姓名,地区,等级\r\n李明,北京,高\r\n陈宾,湖北,高\r\n'], // no lead byte beyond C8 but 姓
  ['windows-1252', 'Kunde,Straße\r\nMüller & Söhne,Königstraße\r\nBäckerei Grün,Höfe\r\n'],
  ['windows-1252', 'Cliente,Città\r\nCaffè Perù,Forlì\r\nSocietà Agricola,Cantù\r\n'],
  [
    'windows-1252',
    'Nafn,Borg\r\nÞórður Gíslason,Reykjavík\r\nSigríður Björnsdóttir,Ísafjörður\r\n',
  ],
  ['windows-1252', 'Nome,Cidade\r\nJoão Conceição,São Paulo\r\nPadaria Pão Quente,Maringá\r\n'],
  ['windows-1252', 'Kunde,By\r\nBlåbær Købmand,Århus\r\nSørensen & Søn,Rødovre\r\n'],
  ['windows-1251', 'Имя,Город\r\nОбщество Яблоко,Ярославль\r\nВосточная Эра,Южно-Сахалинск\r\n'],
]

describe('the encoding of a text file', () => {
  test.each([
    ['gb18030', simplified],
    ['big5', traditional],
    ['shift_jis', japanese],
    ['windows-1251', russian],
    ['windows-1252', french],
  ])('%s is told by the script its bytes look like', async (label, text) => {
    const bytes = encode(text, label)
    const found = await detect(bytes)
    expect(found.encoding).toBe(label)
    expect(new TextDecoder(found.encoding).decode(bytes)).toBe(text)
  })

  test.each(pages)('%s of %j is found, or asked for', async (label, text) => {
    const bytes = encode(text, label)
    const found = await detect(bytes)
    expect(found.encoding).toBe(label)
    expect(new TextDecoder(found.encoding).decode(bytes)).toBe(text)
    if (label.startsWith('windows')) expect(found.sure).toBe(false)
  })

  test('客户名称 as GBK bytes alone is enough (spec/value-parsing.md)', async () => {
    const bytes = bytesOf('BFCDBBA7C3FBB3C6')
    const { encoding } = await detect(bytes)
    expect(new TextDecoder(encoding).decode(bytes)).toBe('客户名称')
  })

  test('UTF-8 without a mark is never taken for GB18030, which would decode it as 瀹㈡埛', async () => {
    const bytes = new TextEncoder().encode('客户名称')
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toBe('瀹㈡埛鍚嶇О')
    expect(await detect(bytes)).toEqual({ encoding: 'utf-8', sure: true })
  })

  test('byte order marks decide', async () => {
    expect(await detect(bytesOf('efbbbf', '61'))).toEqual({ encoding: 'utf-8', sure: true })
    expect(await detect(bytesOf('fffe', '6100'))).toEqual({ encoding: 'utf-16le', sure: true })
    expect(await detect(bytesOf('feff', '0061'))).toEqual({ encoding: 'utf-16be', sure: true })
  })

  test('UTF-16 without a mark is told by its zeros', async () => {
    expect((await detect(utf16(simplified))).encoding).toBe('utf-16le')
    expect((await detect(utf16(simplified, false))).encoding).toBe('utf-16be')
  })

  test('one character beyond the first megabyte is enough to see that it is not UTF-8', async () => {
    const ascii = new Uint8Array(1_200_000).fill(97)
    ascii.fill(10, 1_000_000, 1_000_001)
    const bytes = new Uint8Array([...ascii, 10, ...encode(simplified, 'gb18030')])
    expect((await detect(bytes)).encoding).toBe('gb18030')
  })

  test('pages of single bytes are a guess, and the plan says so', async () => {
    const plan = await planOf(await opened(encode(french, 'windows-1252')))
    expect(plan.text).toMatchObject({ encoding: 'windows-1252', sure: false })
    expect(issueCodes(plan)).toContain('encoding.unsure')
  })

  test('an encoding chosen by hand is used and is no guess', async () => {
    const source = await opened(encode(traditional, 'big5'))
    const wrong = await planOf(source, { encoding: 'gb18030' })
    const right = await planOf(source, { encoding: 'big5' })
    expect(names(wrong)).not.toContain('單位名稱')
    expect(names(right)).toEqual(['編號', '單位名稱', '所在城市', '跟進情況'])
    expect(right.text?.sure).toBe(true)
  })

  test('an encoding that no browser knows is an invalid choice', async () => {
    const source = await opened('a,b\n1,2\n')
    await expect(planOf(source, { encoding: 'klingon' })).rejects.toMatchObject({
      code: 'command.invalid',
    })
  })

  test('characters cut by a slice of the file come out whole', async () => {
    const text = '客户'.repeat(400_000) // 2.4 MB: three bytes each, so that slices of 1 MB cut some
    let decoded = ''
    for await (const piece of decode(new Blob([text]), 'utf-8', createJob())) decoded += piece
    expect(decoded === text).toBe(true)
  })
})
