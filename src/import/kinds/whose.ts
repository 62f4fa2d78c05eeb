import type { RoleRule } from './kind.ts'

/** Headers of tables of records that name the customer; the better known first. */
export const whose: readonly RoleRule[] = [
  {
    role: 'key',
    header:
      /^(客户|会员|用户|买家|顾客)(编?号|编码|代码|代号|id|卡号)$|^(customer|client|cust|member|user|buyer|account|consumer)(id|no|num|number|code|key)$|^accountnumber$|^uid$/,
    points: 0,
  },
  {
    role: 'key',
    header:
      /^(associated)?(company|contact|account|customer)(record)?ids?$|^masterid$|^客户$|^(关联)?客户id$/,
    points: 0,
  },
  {
    role: 'name',
    header: /^(买家|会员|用户|客户|顾客|微信)(会员名?|帐号|账号|昵称|旺旺)$/,
    points: 0,
  },
  {
    role: 'name',
    header:
      /^(客户|公司|企业|单位|会员|买家|顾客|用户)(名称?|姓名|昵称|全称)?$|^(customer|company|account|client|buyer|member|associatedcompany|organi[sz]ation)(name)?$/,
    points: 0,
  },
  { role: 'name', header: /^(店铺|门店)(名称?|姓名|昵称|全称)?$/, points: 0 },
  {
    role: 'name',
    header:
      /^(收货人|收货人提货人|收件人|交易对方|对方名称|下单帐号|下单账号|姓名|名称|联系人|受访者|填写人|昵称)(姓名)?$|^(billing|contact|full|respondent)name$|^name$|^contact$/,
    points: 0,
  },
]
