import type { KindPart } from './kind.ts'
import { whose } from './whose.ts'

/** Answers to NPS and satisfaction questions: one row per answer sheet. */
export const survey: KindPart = {
  id: 'survey',
  rules: [
    {
      role: 'record',
      header:
        /^(答卷|问卷|答题|样本|反馈|评价|填写|调查|回访)(记录)?(编?号|序号|id)$|^(response|respondent|survey|submission|answer|feedback|review)(id|no|num|number)$/,
      points: 3,
    },
    { role: 'record', header: /^(序号|编号|id|no)$/, points: 0 },
    {
      role: 'when',
      header:
        /^(提交|填写|提交答卷|答题|回答|作答|评价|调查|调研|回收|反馈|打分|问卷提交|完成)(日期|时间|日)$|^(submitted|response|responded|completed|submit|submission|survey|answered|recorded|review|feedback)(at|date|time|on)?$|^timestamp$|^时间戳记?$/,
      points: 2,
    },
    {
      role: 'when',
      header: /^(创建|开始|结束)?(日期|时间)$|^(created?|date|time|start|end)(at|date|time|on)?$/,
      points: 1,
    },
    { role: 'answer', header: /nps|推荐|promoter|recommend/, points: 2 },
    {
      role: 'answer',
      header: /满意|csat|satisf|评分|打分|星级|得分|^score$|rating|stars|ces$|体验/,
      points: 2,
    },
    ...whose,
  ],
  words:
    /问卷|答卷|答题|建议|意见|评价|原因|改进|来自ip|所用时间|来源详情|总分|comment|feedback|suggestion|verbatim|reason|improve|survey|respon|channel|^q\d+/,
  needs: [['answer'], ['record', 'when']],
}
