import type { ColumnRole, ReadingId } from './column.ts'

/** How headers of one meaning are written. */
export interface Alias {
  readonly role: ColumnRole | null
  readonly reading: ReadingId | null
  readonly unit?: string
  /** The whole header, blanks and signs aside. */
  readonly names?: readonly string[]
  /** Chinese: how it ends; Latin: its last words. */
  readonly ends?: readonly string[]
  /** Chinese: how it begins; Latin: its first word. */
  readonly starts?: readonly string[]
  /** Anywhere in it; Latin: whole words. */
  readonly parts?: readonly string[]
}

const words = (text: string) => text.split(/\s*\|\s*/)

/**
 * Headers of Chinese CRM templates, Zoho, HubSpot, Salesforce, Shopify and common data sets; the first row that fits
 * wins, whole names before endings before parts.
 */
export const aliases: readonly Alias[] = [
  {
    role: 'key',
    reading: 'code',
    names: words(
      '客户编号|编号|客户代码|客户代号|客户id|客户号|会员号|会员编号|会员卡号|会员id|用户id|用户编号|客户编码|账号|id|customer id|customer no|customer number|customer code|cust id|client id|account id|account number|record id|member id|user id|master id|uid',
    ),
  },
  {
    role: 'tier',
    reading: 'tier',
    names: words(
      '等级|级别|客户等级|客户级别|客户类别|客户分级|客户分类等级|会员等级|会员级别|关系等级|重要程度|意向级别|原等级|分级|评级|客户评级|tier|grade|level|customer tier|customer grade|customer level|membership level|loyalty tier',
    ),
  },
  {
    role: 'note',
    reading: 'text',
    names: words(
      '备注|备注信息|说明|描述|备注说明|note|notes|remark|remarks|comment|comments|memo|description',
    ),
  },
  { role: 'other', reading: 'tags', names: words('标签|客户标签|tag|tags|labels') },
  {
    role: 'name',
    reading: 'text',
    names: words(
      '客户名称|名称|客户姓名|姓名|公司名称|公司名|企业名称|单位名称|店铺名称|门店名称|会员名称|会员姓名|客户|昵称|name|customer name|customer|company name|company|account name|client name|full name|first name|last name|associated company',
    ),
  },
  {
    role: 'phone',
    reading: 'phone',
    names: words(
      '手机|手机号|手机号码|电话|电话号码|联系电话|联系方式|座机|座机电话|固定电话|固话|传真|phone|phone number|mobile|mobile phone|mobile number|telephone|tel|cell|cell phone|fax|home phone|other phone|asst phone|default address phone|billing phone|shipping phone',
    ),
    ends: words('手机号|手机号码|电话|电话号码|phone|mobile|fax'),
  },
  {
    role: 'other',
    reading: 'text',
    names: words(
      '联系人|客户联系人|contact|contact name|contact title|title|job title|url|website|website url|company domain name|网址|官网',
    ),
    ends: words('邮箱|email|e mail|mail|地址|address|address1|address2|street'),
  },
  {
    role: 'other',
    reading: 'identity',
    names: words(
      '证件号|证件号码|公民身份号码|居民身份证|护照号|护照号码|passport|passport no|passport number|id card|id card no|id card number|identity card|identity number|national id',
    ),
    ends: words('身份证|身份证号|身份证号码|身份证件号|身份证件号码'),
  },
  {
    role: 'other',
    reading: 'code',
    names: words(
      '邮编|邮政编码|qq|qq号|qq号码|微信|微信号|wechat|wechat id|车牌|车牌号|车牌号码|门牌号|房号|工号|员工号|版本|版本号|型号|规格|规格型号|批次|version|model|统一社会信用代码|信用代码|税号|银行账号|银行卡号|postal code|postcode|zip|zip code|sic code|sic|ticker symbol|billing code|shipping code|mailing zip|other zip|default address zip',
    ),
    ends: words(
      '编号|编码|代码|卡号|证号|单号|流水号|订单号|zip|postal code|id|invoice no|invoice number|order no|order number|ticket number|case number|receipt no|stock code|sku',
    ),
  },
  {
    role: 'referrer',
    reading: 'text',
    names: words(
      '推荐人|推荐人编号|推荐人姓名|推荐人名称|推荐人电话|推荐人手机|推荐人手机号|推荐人会员号|推荐人id|介绍人|介绍人编号|介绍人姓名|介绍人电话|介绍人手机|介绍人手机号|转介绍|转介绍人|转介绍客户|邀请人|邀请人编号|邀请人姓名|邀请人手机号|邀请人id|引荐人|推荐客户名称|referrer|referrer id|referrer name|referrer phone|referred by|referred by id|referring customer|introduced by|invited by|inviter|inviter id',
    ),
  },
  { role: 'other', reading: 'number', names: words('序号|no|row|index|row id') },
  // what is measured
  {
    role: 'measure',
    reading: 'rating',
    unit: '10',
    names: words('推荐指数|推荐分|净推荐值|nps'),
    parts: words('nps|推荐指数|推荐意愿|净推荐'),
  },
  {
    role: 'measure',
    reading: 'rating',
    parts: words('满意度|评分|星级|csat|satisfaction|rating|stars|review score'),
  },
  {
    role: 'measure',
    reading: 'frequency',
    names: words('频率|频次|frequency'),
    ends: words('频率|频次|频度|purchase frequency|order frequency|visit frequency'),
  },
  {
    role: 'measure',
    reading: 'number',
    ends: words(
      '次数|数量|笔数|单数|人数|员工数|天数|个数|件数|家数|时长|年限|月数|订单数|年龄|投诉|积分|count|orders|quantity|qty|tenure|age|days|visits|employees|number of employees|complaints|points',
    ),
    parts: words('次数|number of|num of|recency|days since|total orders'),
  },
  {
    role: 'measure',
    reading: 'percent',
    ends: words(
      '占比|比例|比率|毛利率|利润率|复购率|转化率|流失率|增长率|退货率|percent|percentage|pct|share|margin',
    ),
  },
  { role: 'measure', reading: 'discount', ends: words('折扣|折扣率|discount') },
  {
    role: 'other',
    reading: 'date',
    names: words(
      '生日|出生日期|出生年月|创建时间|创建日期|更新时间|修改时间|录入时间|create date|created at|created time|created date|modified time|last modified date|updated at|date of birth|birthday|birth date',
    ),
  },
  {
    role: 'measure',
    reading: 'date',
    ends: words('日期|时间|日|date|last activity|last seen|last visit|recent visit'),
    parts: words(
      '最近一次|最后一次|最后登录|最近登录|最近联系|最后联系|最近活跃|最后活跃|最近下单|最后下单|最近成交|最后成交|最近到店|最后到店|最近跟进|最后跟进|last login|last purchase|last order',
    ),
  },
  {
    role: 'measure',
    reading: 'money',
    ends: words(
      '金额|客单价|单价|价值|营收|营业额|年营业额|销售额|收入|利润|毛利|余额|存款|贷款|资产|回款|欠款|授信|授信额度|额度|消费|费用|成交额|交易额|采购额|购买额|消费额|订单额|订货额|进货额|合同额|总额|货款|应收|佣金|预算|价格|amount|revenue|spend|spent|sales|ltv|clv|clv value|lifetime value|aov|order value|income|profit|balance|charges|charge|price|monetary|turnover|deposit|deposits|total spent|annual revenue',
    ),
    parts: words('金额|生命周期价值|lifetime value|order value|total spent'),
  },
  // yes or no
  {
    role: 'group',
    reading: 'boolean',
    starts: words('是否|有无|能否|is|has'),
    names: words('会员与否|在用|active|subscribed'),
  },
  // what stands beside
  {
    role: 'group',
    reading: 'category',
    names: words(
      '地区|区域|客户区域|大区|省|省份|城市|市|国家|行业|所属行业|客户行业|行业划分|来源|来源渠道|客户来源|渠道|销售渠道|客户类型|类型|客户性质|企业性质|状态|客户状态|负责人|业务负责人|销售|销售员|销售人员|客户经理|业务员|部门|隶属部门|所属部门|门店|性别|公司规模|企业规模|规模|生命周期阶段|成交状态|合同类型|支付方式|region|country|country region|city|state|state region|province|industry|channel|source|segment|type|account type|account source|owner|account owner|contact owner|company owner|deal owner|gender|sex|contract|payment method|lead source|lead status|lifecycle stage|department|status|ownership|original source|deal stage|territory|area',
    ),
    ends: words(
      '地区|区域|省份|城市|行业|渠道|来源|类型|阶段|方式|owner|country|region|city|state|industry|channel|source|segment|stage|province code|country code',
    ),
  },
  // a level of something else than of the customer
  {
    role: 'group',
    reading: 'tier',
    names: words('computed tier|settled tier|earlier tier|former tier'),
    ends: words('等级|级别'),
  },
]
