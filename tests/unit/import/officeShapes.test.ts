import { describe, expect, test } from 'vitest'
import {
  encode,
  issueCodes,
  names,
  opened,
  planOf,
  planText,
  tableOf,
  valuesOf,
} from './sources.ts'

/**
 * Shapes that exports of shops and ledgers usually have, with invented rows: written from general knowledge, not from
 * downloads. What is expected was said by hand.
 */
const rolesOf = (plan: Awaited<ReturnType<typeof planText>>) =>
  Object.fromEntries(
    plan.columns
      .filter(({ role }) => !['other', 'group', 'note'].includes(role))
      .map(({ name, role }) => [name, role]),
  )

describe('orders of Chinese shops', () => {
  test('Taobao: GBK, order numbers as text formulas, closed orders, the buyer and not the shop is the customer', async () => {
    const text = `"订单编号","买家会员名","支付单号","买家应付货款","总金额","买家实际支付金额","订单状态","收货人姓名","联系手机","订单创建时间","订单付款时间","宝贝标题","店铺名称","退款金额"
="1234567890123456789","张小花",="","99.00","99.00","99.00","交易成功","张三","'13800138000","2024-03-05 10:20:30","2024-03-05 10:21:00","毛巾","毛巾店","0.00"
="1234567890123456790","李大海",="","59.00","65.00","0.00","交易关闭","李四","'13900139000","2024-03-06 11:20:30","","毛巾","毛巾店","0.00"
="1234567890123456791","张小花",="","30.00","30.00","30.00","交易成功","张三","'13800138000","2024-04-05 10:20:30","2024-04-05 10:21:00","袜子","毛巾店","0.00"
`
    const source = await opened(encode(text, 'gb18030'))
    const plan = await planOf(source)
    expect(plan.kind).toBe('orders')
    expect(rolesOf(plan)).toEqual({
      订单编号: 'record',
      买家会员名: 'name',
      买家实际支付金额: 'total',
      订单状态: 'status',
      联系手机: 'phone',
      订单创建时间: 'when',
      宝贝标题: 'item',
      店铺名称: 'channel',
      退款金额: 'refund',
    })
    const table = await tableOf(source)
    expect(valuesOf(table, '订单编号')).toEqual([
      '1234567890123456789',
      '1234567890123456790',
      '1234567890123456791',
    ])
    expect(valuesOf(table, '支付单号')).toEqual([null, null, null]) // ="" is an empty cell
  })

  test('Youzan: tabs after the numbers', async () => {
    const source = await opened(
      '\ufeff订单号,订单状态,订单类型,买家昵称,收货人/提货人,收货人手机号/提货人手机号,商品名称,商品数量,商品金额合计,订单应付金额,订单实付金额,支付方式,下单时间,买家付款时间\nE20240305102030000001\t,交易完成,普通订单,小花,张三,13800138000\t,毛巾,2,99.00,99.00,99.00,微信支付,2024-03-05 10:20:30,2024-03-05 10:21:00\nE20240306102030000002\t,交易关闭,普通订单,大海,李四,13900139000\t,浴巾,1,59.00,59.00,0.00,微信支付,2024-03-06 10:20:30,\n',
    )
    const plan = await planOf(source)
    expect(plan.kind).toBe('orders')
    expect(rolesOf(plan)).toMatchObject({
      订单号: 'record',
      买家昵称: 'name',
      订单实付金额: 'total',
      下单时间: 'when',
    })
    expect(valuesOf(await tableOf(source), '订单号')[0]).toBe('E20240305102030000001')
  })

  test('WeChat shop: a grave accent keeps the digits of order numbers', async () => {
    const source = await opened(
      '订单号,下单时间,商品名称,商品单价,商品数量,订单实际支付金额,订单状态,收件人姓名,收件人手机\n`3705115058471208928,2024/3/5 10:20,毛巾,49.5,2,99,已完成,张三,138****8000\n`3705115058471208929,2024/3/6 10:20,浴巾,59,1,59,已取消,李四,139****9000\n',
    )
    const plan = await planOf(source)
    expect(plan.kind).toBe('orders')
    expect(rolesOf(plan)).toMatchObject({ 订单实际支付金额: 'total', 收件人姓名: 'name' })
    expect(valuesOf(await tableOf(source), '订单号')).toEqual([
      '3705115058471208928',
      '3705115058471208929',
    ])
  })

  test('a bill of WeChat Pay: eight lines about it, then payments by the other side', async () => {
    const plan = await planText(
      '微信支付账单明细,,,,,,,\n微信昵称：[小店],,,,,,,\n起始时间：[2024-01-01 00:00:00] 终止时间：[2024-03-31 23:59:59],,,,,,,\n共2笔记录,,,,,,,\n----------------微信支付账单明细列表----------------,,,,,,,\n交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号\n2024-03-05 10:20:30,二维码收款,张三,毛巾,收入,¥99.00,已存入零钱,"10001071012024030500000001\t"\n2024-03-06 10:20:30,转账,李四,/,收入,¥29.00,已存入零钱,"10001071012024030500000002\t"\n',
    )
    expect(plan.kind).toBe('orders')
    expect(rolesOf(plan)).toEqual({
      交易时间: 'when',
      交易对方: 'name',
      商品: 'item',
      '金额(元)': 'amount',
      当前状态: 'status',
      交易单号: 'record',
    })
    expect(plan.rowCount).toBe(2)
  })

  test.each([
    [
      '京东',
      '订单号,商品名称,订购数量,支付方式,下单时间,京东价,订单金额,结算金额,应付金额,订单状态,下单帐号,客户姓名,联系电话',
      '="286598741230",毛巾,1,在线支付,2024-03-05 10:20:30,99.00,99.00,99.00,99.00,完成,jd_abc,张三,138****8000',
      { 订单号: 'record', 订单金额: 'total', 客户姓名: 'name', 下单时间: 'when' },
    ],
    [
      '拼多多',
      '商品,订单号,订单状态,商品总价(元),用户实付金额(元),商家实收金额(元),商品数量(件),发货时间,收货人,手机,成交时间,售后状态',
      '毛巾,240305-123456789012345\t,已收货,99.00,99.00,99.00,1,2024-03-06 10:00:00,张三,138****8000,2024-03-05 10:20:30,无售后',
      { 订单号: 'record', '用户实付金额(元)': 'total', 收货人: 'name', 成交时间: 'when' },
    ],
    [
      '抖音',
      '主订单编号,子订单编号,选购商品,商品数量,商品单价,订单应付金额,收件人,收件人手机号,订单提交时间,订单状态,售后状态',
      '"6926530000000000001\t","6926530000000000001\t",毛巾,2,49.50,99.00,张*,138****8000,2024/03/05 10:20:30,已完成,-',
      { 主订单编号: 'record', 订单应付金额: 'total', 收件人: 'name', 订单提交时间: 'when' },
    ],
  ])('%s', async (_, header, row, roles) => {
    const plan = await planText(`${header}\n${row}\n`)
    expect(plan.kind).toBe('orders')
    expect(rolesOf(plan)).toMatchObject(roles)
  })
})

describe('other tables', () => {
  test('answers of a Google form are a survey', async () => {
    const plan = await planText(
      '时间戳记,您的公司名称,您对我们的服务满意吗？,您有多大可能推荐我们？(0-10),其他建议\n2024/3/5 上午 10:20:30,甲公司,非常满意,10,无\n2024/3/6 下午 2:20:30,乙公司,一般,6,价格太贵\n',
    )
    expect(plan.kind).toBe('survey')
    expect(plan.columns.filter(({ role }) => role === 'answer')).toHaveLength(2)
  })

  test('a column 客户 of names is a name, of numbers a key', async () => {
    const tickets = (one: string, other: string) =>
      planText(
        `工单编号,客户,问题类型,优先级,状态,创建时间\nT001,${one},物流,高,已解决,2024-03-05 10:20\nT002,${other},质量,低,已关闭,2024-03-07 10:20\n`,
      )
    expect(rolesOf(await tickets('甲公司', '乙公司'))['客户']).toBe('name')
    expect(rolesOf(await tickets('10012', '10013'))['客户']).toBe('key')
  })
})

describe('headers of ledgers', () => {
  test('lines that tell something of the whole list are no groups', async () => {
    const plan = await planText(
      '客户档案,,,,\n单位名称：某某有限公司,,,,打印日期：2024-03-31\n客户编码,客户名称,所属分类码,信用额度,应收余额\n="001001",杭州某某贸易,01,"100,000.00","12,500.00"\n="001002",宁波某某科技,01,"50,000.00",0.00\n合计,,,"150,000.00","12,500.00"\n制表人：王会计,,审核人：,,\n',
    )
    expect(plan.layout).toMatchObject({ headerFrom: 2, headerRows: 1, totals: [5] })
    expect(plan.columns.map(({ group }) => group)).toEqual([null, null, null, null, null])
    expect(issueCodes(plan)).toContain('rows.notes')
    expect(plan.rowCount).toBe(2)
  })

  test('names joined over two rows beside groups, saved as CSV', async () => {
    const plan = await planText(
      '序号,客户名称,2023年,,2024年,,备注\n,,次数,金额,次数,金额,\n1,甲公司,12,5000,10,4000,老客户\n2,乙公司,2,500,3,800,\n3,丙公司,5,1500,0,0,流失\n',
    )
    expect(names(plan)).toEqual([
      '序号',
      '客户名称',
      '次数',
      '金额',
      '次数 (2)',
      '金额 (2)',
      '备注',
    ])
    expect(plan.columns.map(({ group }) => group)).toEqual([
      null,
      null,
      '2023年',
      '2023年',
      '2024年',
      '2024年',
      null,
    ])
    expect(plan.rowCount).toBe(3)
  })

  test.each(['2024年1月', '2024-01', '2024/1', '2024Q1', '2024年一季度', '2024年第1季度'])(
    '%s names a column of amounts',
    async (period) => {
      const plan = await planText(`客户名称,${period},合计\n甲,100,600\n乙,50,120\n合计,150,720\n`)
      expect(names(plan)).toEqual(['客户名称', period, '合计'])
      expect(plan.rowCount).toBe(2)
    },
  )
})

test('headers in Traditional Chinese mean what they mean in Simplified', async () => {
  const plan = await planText(
    '客戶編號,客戶名稱,聯絡電話,會員等級,年消費額,最近購買日,備註\n00123,台北股份有限公司,0912345678,A級,"NT$1,200",2024/3/5,\n00124,高雄實業,0912345679,B級,NT$800,2024/2/5,老客戶\n',
  )
  expect(plan.columns.map(({ role }) => role)).toEqual([
    'key',
    'name',
    'phone',
    'tier',
    'measure',
    'measure',
    'note',
  ])
})

describe('bytes that are not quite right', () => {
  test('UTF-8 that ends inside a character is UTF-8 still, and asked about', async () => {
    const whole = new TextEncoder().encode(
      '客户编号,客户名称,备注\n00123,张三,老客户\n00124,李四,新客户',
    )
    const plan = await planOf(await opened(whole.slice(0, -1)))
    expect(plan.text).toMatchObject({ encoding: 'utf-8', sure: false })
    expect(names(plan)).toEqual(['客户编号', '客户名称', '备注'])
  })

  test('GBK with one damaged byte is GBK still, and asked about', async () => {
    const before = encode('客户编号,客户名称,金额\n00123,张三,500\n00124,李', 'gb18030')
    const after = encode(',80\n00125,王五公司股份有限,90\n', 'gb18030')
    const plan = await planOf(await opened(new Uint8Array([...before, 0xff, ...after])))
    expect(plan.text).toMatchObject({ encoding: 'gb18030', sure: false })
    expect(names(plan)).toEqual(['客户编号', '客户名称', '金额'])
  })
})
