import type { KindPart } from './kind.ts'
import { whose } from './whose.ts'

/** Calls, mails, visits: one row each. */
export const interactions: KindPart = {
  id: 'interactions',
  rules: [
    {
      role: 'record',
      header:
        /^(跟进|拜访|联系|通话|沟通|往来|活动|互动|回访|外勤|会议)(记录|单)?(编?号|id|编码)$|^(call|activity|visit|meeting|task|engagement|event|interaction|email|message)(record)?(id|no|num|number|sid)$/,
      points: 3,
    },
    { role: 'record', header: /^(编号|记录编?号|id|recordid)$/, points: 0 },
    {
      role: 'when',
      header:
        /^(跟进|拜访|联系|沟通|通话|来访|回访|互动|活动|接触|会议|发送|呼叫|外呼|签到|往来|走访)(日期|时间|日)$|^(activity|call|visit|meeting|contact(ed)?|event|engagement|interaction|due|sent|logged)(date|time|at|on|starttime|datetime)?$/,
      points: 2,
    },
    {
      role: 'when',
      header:
        /^(创建|开始|记录)(日期|时间)$|^(日期|时间)$|^(created?|date|time|start|timestamp)(at|date|time|on)?$/,
      points: 1,
    },
    {
      role: 'status',
      header: /^(跟进|拜访|任务|活动|通话|呼叫)?状态$|^(call|activity|task|meeting)?status$/,
      points: 0,
    },
    {
      role: 'channel',
      header:
        /^(跟进|拜访|联系|沟通|通话|回访|互动|往来|活动|接触|呼叫)(方式|渠道)$|^(contact|communication|engagement|interaction|activity)?channel$|^渠道$/,
      points: 1,
    },
    {
      role: 'channel',
      header:
        /^(跟进|拜访|联系|沟通|互动|往来|活动|接触)类型$|^(activity|engagement|interaction|contact|communication)(type|method)$/,
      points: 1,
    },
    {
      role: 'item',
      header:
        /^(跟进|拜访|沟通|联系|往来|活动|回访|会议|通话|互动)(内容|记录|主题|纪要|情况|详情|小结|摘要)$|^(subject|topic|summary|agenda|callsummary|activityname)$/,
      points: 1,
    },
    ...whose,
  ],
  words:
    /(跟进|拜访|联系|沟通|通话|回访|互动|往来|活动|会议|接触|走访|呼叫)(方式|类型|结果|目的|人|人员|时长|地点|渠道|对象|次序|阶段)|下次(跟进|拜访|联系)|签到|call(type|duration|outcome|result|direction|purpose)|activity(type|owner)|meeting|visit(type|purpose|result)|duration|direction|^channel$|assignedto|engagementtype|nextstep|followup|outcome/,
  needs: [['record', 'when']],
}
