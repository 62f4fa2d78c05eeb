import { list, type SystemExport } from './system.ts'

/** Field lists of a third party; not seen in a template of the system itself. */
export const fxiaokeCustomers: SystemExport = {
  id: 'fxiaoke.customers',
  kind: 'customers',
  verified: false,
  needs: [['客户名称'], ['客户编号'], ['客户级别', '客户类型'], ['年营业额', '公司规模']],
  headers: list(
    '客户名称,客户编号,客户类型,客户级别,手机号码,电话号码,邮箱地址,公司地址,行业,公司规模,年营业额,创建时间',
  ),
  atLeast: 8,
  roles: [
    ['客户编号', 'key'],
    ['客户名称', 'name'],
    ['客户级别', 'tier'],
    ['客户类型', 'group'],
    ['邮箱地址', 'email'],
    ['年营业额', 'measure'],
  ],
}

export const fxiaokeOrders: SystemExport = {
  id: 'fxiaoke.orders',
  kind: 'orders',
  verified: false,
  needs: [['订单名称'], ['订单编号'], ['客户名称'], ['实收金额', '订单金额']],
  headers: list(
    '订单名称,订单编号,客户名称,订单金额,折扣金额,实收金额,币种,订单状态,负责人,创建时间',
  ),
  atLeast: 7,
  roles: [
    ['订单编号', 'record'],
    ['订单名称', 'item'],
    ['客户名称', 'name'],
    ['实收金额', 'total'],
    ['订单状态', 'status'],
    ['创建时间', 'when'],
    ['负责人', 'group'],
  ],
}
