import { describe, expect, test } from 'vitest'
import { systems } from '../../../src/import/kinds/systems/index.ts'
import type { ImportChoices } from '../../../src/import/plan.ts'
import type { ColumnRole } from '../../../src/table/column.ts'
import type { TableKind } from '../../../src/table/kind.ts'
import { sharedData, sharedFile } from '../sharedData.ts'
import { issueCodes, opened, planOf, planText, tableOf, valuesOf } from './sources.ts'

async function roles(text: string, choices: ImportChoices = {}) {
  const { kind, system, columns } = await planText(text, choices)
  const role = (name: string) => columns.find((column) => column.name === name)?.role
  const having = (wanted: ColumnRole) =>
    columns.filter((column) => column.role === wanted).map(({ name }) => name)
  return { kind, system, role, having, columns }
}

/** A header line with rows whose cells fit it. */
const lines = (header: string, ...rows: readonly string[]) => [header, ...rows].join('\n')

describe('exports of other systems, headers as in spec/value-parsing.md', () => {
  const blank = (header: string) => lines(header, header.replace(/[^,]+/g, 'x'))
  const cases: readonly (readonly [string, string, TableKind, boolean])[] = [
    ['tiersheet', 'Customer,Score,Tier,Computed tier,Reason,Completeness', 'customers', true],
    [
      'shopify.customers',
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
      'customers',
      true,
    ],
    [
      'shopify.customers',
      'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      'customers',
      true,
    ],
    [
      'shopify.orders',
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name',
      'orders',
      true,
    ],
    [
      'zoho.accounts',
      'Record Id,Account Name,Account Owner,Account Number,Account Site,Account Type,Annual Revenue,Billing Street,Billing City,Billing State,Billing Code,Billing Country,Shipping Street,Shipping City,Shipping State,Shipping Code,Shipping Country,Created By,Modified By,Description,Employees,Fax,Industry,Ownership,Parent Account,Phone,Rating,SIC Code,Ticker Symbol,Website',
      'customers',
      true,
    ],
    [
      'zoho.contacts',
      'Record Id,Contact Owner,First Name,Last Name,Account Name,Email,Secondary Email,Phone,Mobile,Home Phone,Other Phone,Fax,Title,Department,Lead Source,Date of Birth,Assistant,Asst Phone,Reports To,Email Opt Out,Mailing Street,Mailing City,Description,Created Time,Modified Time,Last Activity Time,Tag',
      'customers',
      false,
    ],
    [
      'hubspot.companies',
      'Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Company Domain Name,Website URL,Lifecycle Stage',
      'customers',
      true,
    ],
    [
      'hubspot.contacts',
      'record id,first name,last name,email,phone number,contact owner,lead status,lifecycle stage,job title,associated company,associated company ids,create date,last activity date,country/region,original source',
      'customers',
      true,
    ],
    [
      'hubspot.deals',
      'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Last Activity Date,Associated Company IDs,Associated Contact IDs',
      'orders',
      true,
    ],
    [
      'salesforce.account',
      'Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,Phone,Fax,AccountNumber,Website,Sic,Industry,AnnualRevenue,NumberOfEmployees,Ownership,TickerSymbol,Description,Rating,Site,OwnerId,CreatedDate,LastModifiedDate,LastActivityDate,AccountSource,IsDeleted',
      'customers',
      true,
    ],
    [
      'salesforce.report',
      'Account ID,Account Name,Account Owner,Type,Rating,Last Activity,Billing State/Province',
      'customers',
      false,
    ],
    [
      'fxiaoke.customers',
      '客户名称,客户编号,客户类型,客户级别,手机号码,电话号码,邮箱地址,公司地址,行业,公司规模,年营业额,创建时间',
      'customers',
      false,
    ],
    [
      'fxiaoke.orders',
      '订单名称,订单编号,客户名称,订单金额,折扣金额,实收金额,币种,订单状态,负责人,创建时间',
      'orders',
      false,
    ],
  ]
  test.each(cases)('%s', async (system, header, kind, verified) => {
    const plan = await planText(blank(header))
    expect(plan).toMatchObject({ system, kind })
    const said = system === 'tiersheet' ? 'system.own' : 'system.recognised'
    expect(issueCodes(plan)).toContain(verified ? said : 'system.unverified')
  })
  test('every system has a case', () => {
    expect(new Set(cases.map(([id]) => id))).toEqual(new Set(systems.all.map(({ id }) => id)))
  })
  test('a kind chosen by hand wins, and then nothing is said of the system', async () => {
    const header = cases.find(([id]) => id === 'hubspot.deals')?.[1] ?? ''
    const plan = await planText(blank(header), { kind: 'customers' })
    expect(plan.kind).toBe('customers')
    expect(issueCodes(plan)).not.toContain('system.recognised')
  })
  test('Shopify: the order is the record, its total counts, the mail address names the customer', async () => {
    const { role, having } = await roles(
      lines(
        'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Cancelled at,Refunded Amount,Id,Phone',
        "#1001,a@x.com,paid,2024-03-05 10:30:00 +0800,CNY,100,10,0,110.00,2024-03-05 10:29:00 +0800,1,Tea,60,Ann Lee,,0.00,450789469,'+8613800138000",
        '#1001,a@x.com,,,,,,,,2024-03-05 10:29:00 +0800,2,Cup,20,,,,,',
      ),
    )
    expect(having('record')).toEqual(['Name'])
    expect(having('total')).toEqual(['Total'])
    expect(having('amount')).toEqual([])
    expect(role('Email')).toBe('email')
    expect(role('Billing Name')).toBe('name')
    expect(role('Created at')).toBe('when')
    expect(role('Cancelled at')).toBe('cancelled')
    expect(role('Refunded Amount')).toBe('refund')
    expect(role('Financial Status')).toBe('status')
    expect(role('Phone')).toBe('phone')
  })
})

test('people are named by both their names; what the file said stays', async () => {
  const source = await opened(
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Total Spent,Total Orders,Tags,Note\n1,Ann,Lee,a@x.com,yes,90,3,,\n2,,Ray,b@x.com,no,10,1,,',
  )
  const table = await tableOf(source)
  expect(valuesOf(table, 'Name')).toEqual(['Ann Lee', 'Ray'])
  expect(valuesOf(table, 'First Name')).toEqual(['Ann', null])
  expect(table.columns.filter(({ role }) => role === 'name').map(({ name }) => name)).toEqual([
    'Name',
  ])
})

describe('kinds by their headers', () => {
  const orders = [
    '订单编号,客户名称,下单时间,订单金额\nA1,甲公司,2024-03-01,100\nA2,甲公司,2024-03-02,200',
    '订单号,会员编号,商品名称,数量,单价,金额,订单日期\n1,M1,茶,2,10,20,2024/1/2\n1,M1,杯,1,5,5,2024/1/2',
    '单号,客户,日期,品名,数量,金额\nS01,张三,2024-01-02,苹果,3,30\nS02,李四,2024-01-03,梨,2,18\nS03,张三,2024-01-05,梨,1,9',
    '销售单号,客户编码,销售日期,产品名称,销售数量,含税单价,价税合计\nX1,C1,2024-5-1,A,1,3,3\nX2,C2,2024-5-2,B,2,4,8',
    '主订单编号,买家昵称,买家实际支付金额,订单状态,订单创建时间,订单付款时间,收货人姓名,联系手机\n201,tb01,99.5,交易成功,2024-01-01 10:00:00,2024-01-01 10:01:00,王五,13800138000\n202,tb02,9.5,交易关闭,2024-01-01 10:00:00,,王六,13800138001',
    '合同编号,客户名称,合同金额,签订日期,签约日期,付款方式\nH1,甲,10000,2024-1-1,2024-1-1,月结\nH2,乙,20000,2024-1-2,2024-1-2,现结',
    '流水号,会员卡号,消费日期,消费金额,门店\n9001,V1,2024-03-01,88,一店\n9002,V1,2024-03-02,66,二店',
    '订单编号,收货人,手机号,实付金额,付款时间,物流公司\nP1,赵六,13900139000,35,2024-06-01 09:00,顺丰\nP2,赵六,13900139000,36,2024-06-02 09:00,中通',
    'order_id,customer_id,order_date,amount\n1,7,2024-01-01,5\n2,7,2024-01-02,6',
    'Transaction ID,Date,Customer ID,Product,Quantity,Unit Price\nT1,2024-01-01,C1,Pen,2,1.5\nT2,2024-01-02,C1,Ink,1,4',
    'Invoice No,Invoice Date,Customer Name,Total Amount,Status\n1,2024-01-01,Acme,100,Paid\n2,2024-01-02,Bolt,50,Void',
  ]
  const service = [
    '工单编号,客户名称,问题类型,创建时间,处理状态,处理人\nG1,甲,咨询,2024-01-01,已解决,小王\nG2,甲,投诉,2024-01-02,处理中,小李',
    '投诉单号,会员编号,投诉日期,投诉内容,处理结果,责任部门\n1,M1,2024-2-1,送错货,已退换,物流\n2,M2,2024-2-2,破损,已赔付,物流',
    '报修单号,客户,报修时间,故障描述,优先级,完成时间\nB1,甲,2024-1-1,不通电,高,2024-1-2\nB2,乙,2024-1-3,漏水,低,2024-1-9',
    '售后单号,客户编号,申请时间,售后类型,问题描述,状态\nS1,C1,2024-1-1,换货,尺寸不合,完成\nS2,C2,2024-1-3,退货,破损,完成',
    '服务单号,手机号,受理时间,服务类型,解决时长,是否解决\nF1,13800138000,2024-1-1 10:00,安装,2,是\nF2,13800138001,2024-1-1 11:00,维修,3,否',
    '客诉编号,客户名称,反馈日期,问题分类,严重程度,处理人员\nK1,甲,2024-1-1,质量,严重,张\nK2,乙,2024-1-2,交期,一般,李',
    '案件编号,客户名称,登记时间,案件主题,优先级,关闭时间\nA1,甲,2024-1-1,无法登录,高,2024-1-2\nA2,乙,2024-1-2,计费,中,2024-1-3',
    '来电时间,来电号码,问题描述,受理人,处理结果,客户姓名\n2024-1-1,13800138000,没到货,小王,已催,张三\n2024-1-2,13800138001,退款,小王,已退,李四',
    'Ticket ID,Requester Email,Subject,Priority,Status,Created At,Resolved At\n1,a@x.com,Login,High,Solved,2024-01-01,2024-01-02\n2,b@x.com,Bill,Low,Open,2024-01-03,',
    'Case Number,Account Name,Opened Date,Subject,Status,Priority,Closed Date\n0001,Acme,2024-01-01,Help,Closed,High,2024-01-02\n0002,Bolt,2024-01-03,Slow,New,Low,',
  ]
  const interactions = [
    '客户名称,跟进时间,跟进方式,跟进内容,跟进人\n甲,2024-1-1,电话,报价,小王\n甲,2024-1-5,微信,催单,小王',
    '拜访日期,客户名称,拜访人,拜访目的,拜访结果,下次拜访时间\n2024-1-1,甲,张,续约,同意,2024-2-1\n2024-1-2,乙,李,新品,考虑,2024-2-2',
    '通话编号,客户手机号,呼叫时间,通话时长,通话结果\n1,13800138000,2024-1-1 10:00,65,接通\n2,13800138001,2024-1-1 11:00,0,未接',
    '客户编号,联系日期,联系方式,沟通内容,联系人员\nC1,2024-1-1,邮件,资料,王\nC2,2024-1-2,电话,确认,李',
    '回访时间,会员编号,回访方式,回访内容,回访人员\n2024-1-1,M1,电话,满意,王\n2024-1-2,M2,短信,无,李',
    '客户名称,活动日期,活动类型,活动主题,参与人员,互动渠道\n甲,2024-1-1,展会,新品,王,线下\n乙,2024-1-2,沙龙,培训,李,线上',
    '外勤编号,客户名称,签到时间,拜访类型,拜访地点\nW1,甲,2024-1-1 9:00,例行,上海\nW2,乙,2024-1-1 14:00,开发,苏州',
    '往来日期,客户,往来方式,往来内容\n2024-1-1,甲,电话,问价\n2024-1-2,甲,拜访,送样',
    'Activity ID,Account Name,Activity Date,Activity Type,Subject,Assigned To\n1,Acme,2024-01-01,Call,Intro,Bob\n2,Acme,2024-01-03,Visit,Demo,Bob',
    'Customer ID,Call Date,Call Duration,Call Outcome,Direction\nC1,2024-01-01,35,Reached,out\nC2,2024-01-02,0,Missed,out',
  ]
  const survey = [
    '答卷编号,客户名称,提交时间,推荐意愿,建议\n1,甲,2024-1-1,9,无\n2,乙,2024-1-2,6,快些',
    '序号,提交答卷时间,所用时间,来自IP,1、您有多大可能向朋友推荐我们,2、您对服务是否满意,您的手机号\n1,2024/1/1 10:00:00,35秒,1.2.3.4,9,5,13800138000\n2,2024/1/1 10:05:00,31秒,1.2.3.5,7,4,13800138001',
    '会员编号,调查日期,NPS,原因\nM1,2024-1-1,10,很好\nM2,2024-1-1,3,太贵',
    '客户编号,评价时间,满意度评分,评价内容\nC1,2024-1-1,5,好\nC2,2024-1-2,2,慢',
    '问卷编号,客户姓名,填写时间,满意度,意见建议\nQ1,张三,2024-1-1,满意,无\nQ2,李四,2024-1-2,一般,无',
    '客户,打分日期,服务评分,产品评分,改进建议\n甲,2024-1-1,4,5,无\n甲,2024-6-1,3,4,快些',
    '反馈编号,客户名称,反馈时间,NPS打分,反馈原因\nF1,甲,2024-1-1,9,好\nF2,乙,2024-1-2,8,可以',
    '客户名称,回收日期,总体满意度,推荐指数,不满意原因\n甲,2024-1-1,5,10,\n乙,2024-1-2,3,6,交期',
    'Response ID,Email,Submitted At,NPS Score,Comment\n1,a@x.com,2024-01-01,9,great\n2,b@x.com,2024-01-02,4,slow',
    'Respondent ID,Customer ID,Survey Date,CSAT,Feedback\n1,C1,2024-01-01,5,ok\n2,C2,2024-01-02,3,meh',
  ]
  const customers = [
    '客户名称,联系方式,购买频率,单次消费金额,客户生命周期价值,等级,备注\n张三,138xxxxxx,每月一次,500元,5000元,A级,好',
    '客户编号,客户名称,订单数,累计金额,最近购买日期\nC1,甲,3,900,2024-1-1\nC2,乙,1,50,2023-1-1',
    '会员编号,姓名,手机号,最近消费时间,消费次数,累计消费金额,会员等级\nM1,张三,13800138000,2024-1-1,5,500,金卡\nM2,李四,13800138001,2024-1-2,1,50,银卡',
    '客户名称,满意度,推荐指数,投诉次数,年采购额,最近下单日期\n甲,4,9,0,1000,2024-1-1\n乙,5,8,1,500,2024-1-1',
    'Customer ID,Recency,Frequency,Monetary\n1,10,3,50\n2,20,1,10',
    'customer_id,name,last_order_date,order_count,total_spend\n1,Ann,2024-01-01,3,90\n2,Bob,2024-01-02,1,10',
    '客户名称,行业,地区,负责人,最后跟进时间,下次跟进时间,跟进状态\n甲,制造,华东,王,2024-1-1,2024-2-1,跟进中\n乙,零售,华南,李,2024-1-2,2024-2-2,已成交',
    'Name,Email,City,Signup Date\nAnn,a@x.com,Rome,2024-01-01\nBob,b@x.com,Oslo,2024-01-02',
  ]
  const cases = [
    ...orders.map((text) => ['orders', text] as const),
    ...service.map((text) => ['service', text] as const),
    ...interactions.map((text) => ['interactions', text] as const),
    ...survey.map((text) => ['survey', text] as const),
    ...customers.map((text) => ['customers', text] as const),
  ]
  test.each(cases)('%s: %s', async (kind, text) => {
    const plan = await roles(text)
    expect(plan).toMatchObject({ kind, system: null })
    if (kind === 'customers') return
    expect(plan.having('when')).toHaveLength(1)
    const whose = (['key', 'name', 'phone', 'email'] as const).flatMap(plan.having)
    expect(whose.length).toBeGreaterThan(0)
    expect(plan.having('measure')).toEqual([])
    if (kind === 'orders')
      expect(
        [...plan.having('total'), ...plan.having('amount'), ...plan.having('price')].length,
      ).toBeGreaterThan(0)
    if (kind === 'survey') expect(plan.having('answer').length).toBeGreaterThan(0)
  })

  test('one amount for the whole order, told from amounts of rows by the cells', async () => {
    const whole =
      '订单号,客户编号,下单时间,金额,商品名称\n1,C1,2024-1-1,30,茶\n1,C1,2024-1-1,30,杯\n2,C2,2024-1-2,5,茶'
    const each =
      '订单号,客户编号,下单时间,订单金额,商品名称\n1,C1,2024-1-1,20,茶\n1,C1,2024-1-1,10,杯\n2,C2,2024-1-2,5,茶'
    expect((await roles(whole)).role('金额')).toBe('total')
    expect((await roles(each)).role('订单金额')).toBe('amount')
  })
  test('a role chosen by hand takes it from the column that had it', async () => {
    const text =
      '订单号,客户编号,下单时间,付款时间,金额\n1,C1,2024-1-1,2024-1-2,30\n2,C1,2024-1-3,2024-1-3,5'
    expect((await roles(text)).having('when')).toEqual(['下单时间'])
    const chosen = await roles(text, { columns: { 3: { role: 'when' } } })
    expect(chosen.having('when')).toEqual(['付款时间'])
  })
  test('records that nobody is named in are said to be so', async () => {
    const plan = await planText('订单号,下单时间,金额\n1,2024-1-1,30\n2,2024-1-3,5')
    expect(plan.kind).toBe('orders')
    expect(issueCodes(plan)).toContain('records.noCustomer')
  })
})

describe('files of ../shared/data, where they are there', () => {
  test.skipIf(sharedData === null).each([
    ['customers/northwind_customers.csv', 'customers'],
    ['customers/telco_customer_churn.csv', 'customers'],
    ['customers/wholesale_customers.csv', 'customers'],
    ['transactions/northwind_orders.csv', 'orders'],
    ['transactions/online_retail_invoices.csv', 'orders'],
    ['rfm/rfm_data_orders.csv', 'orders'],
    ['btyd/cdnow_sample_transactions.csv', 'orders'],
  ])('%s is %s', async (name, kind) => {
    const plan = await planOf(await opened(sharedFile(name), name))
    expect(plan.kind).toBe(kind)
  })
})
