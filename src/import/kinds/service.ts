import type { KindPart } from './kind.ts'
import { whose } from './whose.ts'

/** Tickets, complaints, repairs: one row each. */
export const service: KindPart = {
  id: 'service',
  rules: [
    {
      role: 'record',
      header:
        /^(服务|售后|维修|客诉|投诉)?(工单|服务单|投诉单?|客诉单?|报修单?|售后单?|维修单?|案件|问题单?|服务请求|服务记录)(编?号|号码|单号|id|编码)?$|^(ticket|case|incident|issue|support(case|ticket)?|complaint|servicerequest|request)(id|no|num|number|key|ref)?$/,
      points: 3,
    },
    { role: 'record', header: /^(单号|编号|记录编?号|id|recordid)$/, points: 0 },
    {
      role: 'when',
      header:
        /^(受理|提交|报修|投诉|客诉|反馈|登记|接单|发生|来电|服务|报单|建单|进线|申请)(日期|时间|日)$|^(opened|reported|submitted|received|logged|complaint|service|ticketcreated|caseopen(ed)?|open)(at|date|time|on)?$/,
      points: 2,
    },
    {
      role: 'when',
      header:
        /^(工单)?(创建|建立|开始)(日期|时间)$|^(日期|时间)$|^(created?|date|time)(at|date|time|on)?$/,
      points: 1,
    },
    {
      role: 'status',
      header:
        /^(工单|处理|投诉|案件|服务|当前|解决|受理)?状态$|^(ticket|case|issue|current)?status$/,
      points: 1,
    },
    {
      role: 'closed',
      header:
        /^(工单|处理|问题|服务|投诉|维修|售后|案件)?(完成|关闭|解决|办结|结案|完结|结束|完毕|关单|结单|修复)(日期|时间|日)$|^(ticket|case|issue)?(closed?|resolved|completed|solved|resolution|finished)(at|date|time|on)$/,
      points: 1,
    },
    {
      role: 'cancelled',
      header: /^(撤销|取消|作废)(日期|时间)$|^cancell?ed(at|date|time|on)$/,
      points: 1,
    },
    {
      role: 'item',
      header:
        /^(问题|投诉|工单|故障|报修|服务|客诉|案件|请求)(主题|标题|内容|描述|详情|现象|说明)$|^(ticket|case|issue)?(subject|title|summary)$/,
      points: 1,
    },
    ...whose,
  ],
  words:
    /工单|投诉|客诉|报修|售后|故障|(问题|服务)(类型|分类|类别|来源|等级)|(处理|解决|响应|受理|关闭|完结|完成)(人|人员|结果|时间|时长|日期|方案|意见)|优先级|紧急程度|严重程度|责任部门|是否解决|priority|severity|resol(ved|ution)|firstresponse|^sla|assignee|agent|escalat|complaint|ticket|closed(at|date)|closedate/,
  needs: [['record', 'when']],
}
