import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { share } from '../format.ts'
import { many, name, plain } from './facts.ts'
import { rules } from './rules.ts'

const effect = (detail: Detail) =>
  rules.effects[name(detail, 'effect') as keyof typeof rules.effects]?.name ?? ''

/** What a scheme, and what was set by hand, does not fit. */
export const schemeIssues = {
  'scheme.noCriteria': plain('还没有指标，无法评分。', '请添加至少一项指标。'),
  'scheme.noWeight': plain('所有权重都是 0，无法评分。', '请至少给一项权重。'),
  'scheme.cutoffsNotDescending': (d: Detail) => ({
    title: `分数线没有从高到低：${list(d, 'tiers').join('、') || name(d, 'tiers')}`,
    help: '请让每一级的分数线低于上一级。',
  }),
  'scheme.tierUnreachable': (d: Detail) => ({
    title: `没有客户能到 ${name(d, 'tier')} 级`,
    help: '请调整它的分数线，或删去这一级。',
  }),
  'criterion.columnMissing': (d: Detail) => ({
    title: `${name(d, 'criterion')}：对应的列不在了`,
    help: '这一项不计；请换一列或移除它。',
  }),
  'criterion.noValues': (d: Detail) => ({
    title: `${name(d, 'criterion')}：一个可用的值都没有`,
    help: '这一项不计，其余指标分担它的权重。',
  }),
  'criterion.constant': (d: Detail) => ({
    title: `${name(d, 'criterion')}：所有客户都是 ${name(d, 'value')}`,
    help: '它分不出高低，对排名没有作用。',
  }),
  'criterion.missingShare': (d: Detail) => ({
    title: `${name(d, 'criterion')}：${many(d)} 位客户空缺，占 ${share('zh', Number(d['share'] ?? 0))}`,
    help: '空缺较多，请看看这一项的空缺处理是否合适。',
  }),
  'criterion.bandsNotAscending': (d: Detail) => ({
    title: `${name(d, 'criterion')}：分档没有从低到高`,
    help: '请让每一档的起点高于前一档。',
  }),
  'criterion.pointsNotAscending': (d: Detail) => ({
    title: `${name(d, 'criterion')}：折线的点没有从低到高`,
    help: '请让每个点的数值大于前一个点。',
  }),
  'criterion.targetTurned': (d: Detail) => ({
    title: `${name(d, 'criterion')}：目标的上限小于下限`,
    help: '请把目标范围改成从小到大。',
  }),
  'tiering.tiesAtEdge': (d: Detail) => ({
    title: `同分客户超出名额 ${many(d)} 位`,
    help: '得分相同的客户总在同一级，所以比名额多。',
  }),
  'tiering.valuesAsZero': (d: Detail) => ({
    title: `${name(d)}：${many(d)} 位客户空缺或不大于 0`,
    help: '按金额占比定级时当作 0，归最后一级。',
  }),
  'tiering.noValue': (d: Detail) => ({
    title: `${name(d)}：合计是 0，分不出等级`,
    help: '所有客户都归最后一级；请换一列金额，或换一种定级方法。',
  }),
  'tiering.valueColumnMissing': plain(
    '按金额占比定级，但没有金额列。',
    '所有客户都归最后一级；请选一列金额，或换一种定级方法。',
  ),
  'rule.columnMissing': (d: Detail) => ({
    title: `一条规则（${effect(d)}）的列不在了`,
    help: '这条规则不起作用；请修改或删除它。',
  }),
  'rule.tierGone': (d: Detail) => ({
    title: `一条规则（${effect(d)}）的等级已删去`,
    help: '这条规则不起作用；请修改或删除它。',
  }),
  'stability.bufferRests': plain(
    '现在的定级方法用不了缓冲区，它不起作用。',
    '缓冲区只用于按分数线、按比例、按名额。',
  ),
  'stability.noReference': plain(
    '已打开稳定性设置，但还没有上次的等级可比。',
    '现在按算出的等级；请在“稳定性”里载入上次的等级。',
  ),
  'stability.overQuota': (d: Detail) => ({
    title: `${name(d, 'tier')} 级比名额多出 ${many(d)} 位`,
    help: '因为有客户按稳定性设置暂留原级。',
  }),
  'stability.tierGone': (d: Detail) => ({
    title: `${many(d)} 位客户上次的等级已删去`,
    help: '这些客户直接用算出的等级。',
  }),
  'stability.sinceUnknown': (d: Detail) => ({
    title: `${many(d)} 位客户不知道上次定级的日期`,
    help: '“最短停留”管不到这些客户。',
  }),
  'override.beatsVeto': (d: Detail) => ({
    title: `${many(d)} 条人工调级高过一票否决`,
    help: '人工调级优先；请确认是否合适。',
  }),
  'override.unknownCustomer': (d: Detail) => ({
    title: `${many(d)} 条人工调级找不到客户`,
    help: '先留着；客户再次出现时生效。',
  }),
  'override.tierGone': (d: Detail) => ({
    title: `${many(d)} 条人工调级的等级已删去`,
    help: '按算出的等级显示；请重新指定。',
  }),
}
