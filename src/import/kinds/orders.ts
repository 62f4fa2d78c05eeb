import type { KindPart } from './kind.ts'
import { whose } from './whose.ts'

/** One row per order or per line of an order. */
export const orders: KindPart = {
  id: 'orders',
  rules: [
    {
      role: 'record',
      header:
        /^(主?订单|销售单?|销货单?|出库单?|发货单?|交易|流水|小票|发票|采购单?|合同|成交单?|结算单?)(编?号|号码|单号|流水号|id|编码)$|^单号$|^(sales?)?(order|invoice|transaction|receipt|bill|deal|trade|txn)s?(id|no|num|number|code|key|ref|reference)$|^(invoice|order)$/,
      points: 3,
    },
    { role: 'record', header: /^(订单|单据)(名称|编?号|号码)$|^(单据|业务)编?号$/, points: 2 },
    {
      role: 'when',
      header:
        /^(下单|订单|订单提交|订货|购买|成交|交易|销售|开单|消费|订购|签单|签约|出单)(日期|时间|日)$|^(order|invoice|purchase|transaction|sales?|txn|trade)(date|at|time|datetime|timestamp|createdat)$/,
      points: 2,
    },
    {
      role: 'when',
      header:
        /^(订单|交易)创建(日期|时间)$|^(创建|录入)(日期|时间)$|^(created|create)(at|date|time)?$/,
      points: 1,
    },
    {
      role: 'when',
      header:
        /^(支付|支付完成|付款|买家付款|收款|出库|发货|完成|完结|签收|确认收货|赢单)(日期|时间|日)$|^(paid|payment|checkout|processed|close|shipped|delivery|ship)(at|date|time)$/,
      points: 1,
    },
    {
      role: 'when',
      header: /^(业务|单据)?(日期|时间)$|^(date|datetime|time|day|timestamp)$/,
      points: 1,
    },
    {
      role: 'total',
      header:
        /^(订单|用户|买家|客户)?(实付|实收|实际支付|实际付款)(总?金额|款|总额)?$|^(amountpaid|totalpaid|paidamount|netamount|nettotal)$/,
      points: 2,
    },
    {
      role: 'total',
      header: /^(商家|卖家|店铺)实收(总?金额|款)$|^(订单|买家)(应付|应收)(总?金额|款|总额)$/,
      points: 2,
    },
    {
      role: 'total',
      header:
        /^(订单|应付|应收|合计|成交|交易|支付|付款|结算|合同|含税|整单|价税)?(总金额|总额|总价|合计)$|^(订单|应付|应收|合计|成交|交易|支付|付款|结算|合同|整单)金额$|^(order|grand|invoice)?total(amount|price|value)?$|^(order|invoice|deal)(amount|value)$/,
      points: 2,
    },
    {
      role: 'amount',
      header:
        /^(小计|行金额|明细金额|商品金额|销售额|消费额|成交额|货款|本次消费|(销售|消费|购买|采购|产品|货品)?金额)$|^(line(item)?|item|row|extended)(total|amount|price)$|^(amount|revenue|sales|value|spend|spent|sum|turnover|subtotal|monetary|payment)$/,
      points: 1,
    },
    {
      role: 'refund',
      header: /^(已?退款|退货|退)(总?金额|总?额|款)$|^refund(ed)?(amount|total)?$|^amountrefunded$/,
      points: 1,
    },
    {
      role: 'discount',
      header:
        /^(订单|商品|店铺|平台|商家|整单)?(优惠|折扣|减免|让利|满减|立减)(总?金额|总?额)$|^(优惠|优惠券抵扣|优惠券金额)$|^(total|order)?discounts?(amount|total|value)$|^(total|order)discounts?$/,
      points: 1,
    },
    { role: 'discount', header: /^lineitemdiscount$/, points: 1 },
    {
      role: 'cost',
      header:
        /^(商品|产品|货品|订单|销售|采购|进货)?(总?成本|成本总?额|成本金额)$|^(total|order|product|sales|goods)?costs?(amount)?$|^costof(goods(sold)?|sales)$|^cogs$/,
      points: 0,
    },
    {
      role: 'profit',
      header:
        /^(商品|产品|订单|销售)?(毛利润?|总?利润|净利润?)(总?额|金额)?$|^(gross|net|order|total|sales)?profit(amount)?$|^(gross)?marginamount$/,
      points: 0,
    },
    {
      role: 'cancelled',
      header: /^(取消|作废|关闭|撤销)(日期|时间)$|^cancell?(ed)?(at|date|time|on)$/,
      points: 1,
    },
    {
      role: 'status',
      header: /^(订单|交易|支付|付款|单据|财务)状态$|^(financial|order|payment)status$|^dealstage$/,
      points: 1,
    },
    { role: 'status', header: /^(当前|售后)?状态$|^status$|^state$|^(销售|商机)阶段$/, points: 0 },
    {
      role: 'quantity',
      header:
        /^(购买|销售|商品|产品|订购|下单|出库)?(数量|件数)$|^(lineitem|item|order|product)?(quantity|qty|units)$/,
      points: 1,
    },
    {
      role: 'price',
      header: /^(商品|销售|成交|产品|含税)?单价$|^(lineitem|unit|item|product)?price$/,
      points: 1,
    },
    {
      role: 'category',
      header:
        /^(商品|产品|货品|宝贝|物料|货物)?(品类|类目|分类|类别|大类|一级(分类|类目|品类))(名称)?$|^(商品|产品)类型$|^(product|item|lineitem|merchandise)?categor(y|ies)(name)?$|^(product|item|lineitem)(type|group)$/,
      points: 0,
    },
    {
      role: 'channel',
      header:
        /^(销售|订单|来源|下单|购买|成交|交易|消费)?(渠道|平台)(名称|来源|类型)?$|^(订单|下单)来源$|^来源$|^(sales?|order|marketing|purchase)?channel(name)?$|^(order|sales?)?(source|platform)(name)?$/,
      points: 0,
    },
    {
      role: 'item',
      header:
        /^(选购)?(商品|产品|货品|货物|物料|宝贝|品名|菜品|服务项目|项目)(名称|标题|信息|编码|编号|描述)?$|^(lineitem|item|product|article|goods)(name|title|description|id|code)?$|^(sku|stockcode|description|品名|规格|dealname)$/,
      points: 1,
    },
    ...whose,
    // after the customers: a store may be the one who buys
    {
      role: 'channel',
      header:
        /^(下单|销售|购买|成交|所属|消费|交易|开单)?(门店|店铺|分店)(名称?)?$|^(store|shop|outlet|branch)(name)?$/,
      points: 0,
    },
  ],
  words:
    /订单|下单|付款方式|支付方式|收货|发货|物流|快递|运费|优惠|折扣金额|买家|发票|lineitem|shipping|fulfillment|discount|^tax|warehouse|^lines?$|^cds$/,
  needs: [
    ['total', 'amount', 'price'],
    ['record', 'when'],
  ],
}
