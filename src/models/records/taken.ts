import type { Table } from '../../table/table.ts'
import { columnByRole } from '../../table/table.ts'
import { filledRows, rowsSaying, saysAnywhere } from './rows.ts'

/** Cancelled, voided, refunded in full; 部分退款 and partially_refunded still count. */
const takenBack =
  /^(已|订单|交易|用户|买家|卖家|系统)*(取消|作废|撤销|撤单|撤回|废弃)|交易关闭|订单关闭|^已?关闭|(全额|全部)退(款|货)|^已?退(款|货)(成功|完成)?$|退款(成功|完成)$|输单|^void(ed)?$|^(fully)?_?refunded$|cancell?ed|^cancel$|closed_?-?lost/

/** Of these, what was paid back; 已退货 too. */
const paidBack =
  /(全额|全部)退(款|货)|^已?退(款|货)(成功|完成)?$|退款(成功|完成)$|^(fully)?_?refunded$/

/** Of records other than orders: 已关闭 is what becomes of every ticket. */
const withdrawn = /^(已|用户|客户)*(取消|作废|撤销|撤回)|^void(ed)?$|cancell?ed|^cancel$/

const won = /赢单|closed_?-?won|^won$/

/**
 * 1 for each row that does not count. Where a column of stages knows won deals, only these count: open ones are no
 * orders yet.
 */
export function rowsOut(records: Table, kind: 'orders' | 'others'): Uint8Array {
  const out = new Uint8Array(records.rowCount)
  const status = columnByRole(records, 'status')
  const cancelled = filledRows(columnByRole(records, 'cancelled'))
  const test = kind === 'orders' ? takenBack : withdrawn
  const stages = kind === 'orders' && saysAnywhere(status, (form) => won.test(form))
  const said = rowsSaying(status, (form) => (stages ? !won.test(form) : test.test(form)))
  for (let row = 0; row < out.length; row++) out[row] = said[row] || cancelled[row] ? 1 : 0
  return out
}

/** 1 for each row whose status says that it was refunded in full. */
export function rowsRefunded(records: Table): Uint8Array {
  return rowsSaying(columnByRole(records, 'status'), (form) => paidBack.test(form))
}
