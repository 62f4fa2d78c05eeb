import type { Detail } from '../../core/error.ts'
import { list } from '../detail.ts'
import { share } from '../format.ts'
import { many, name, one, plain } from './facts.ts'
import { rules } from './rules.ts'

const effect = (detail: Detail) =>
  rules.effects[name(detail, 'effect') as keyof typeof rules.effects]?.name ?? ''

/** What a scheme, and what was set by hand, does not fit. */
export const schemeIssues = {
  'scheme.noCriteria': plain('No criteria yet, nothing to score.', 'Add at least one criterion.'),
  'scheme.noWeight': plain(
    'All weights are 0, nothing to score.',
    'Give at least one criterion a weight.',
  ),
  'scheme.cutoffsNotDescending': (d: Detail) => ({
    title: `Cut-offs do not go down: ${list(d, 'tiers').join(', ') || name(d, 'tiers')}`,
    help: 'Each cut-off must be below the one of the tier above.',
  }),
  'scheme.tierUnreachable': (d: Detail) => ({
    title: `No customer can reach tier ${name(d, 'tier')}`,
    help: 'Move its cut-off, or remove the tier.',
  }),
  'criterion.columnMissing': (d: Detail) => ({
    title: `${name(d, 'criterion')}: its column is gone`,
    help: 'Left out; choose another column or remove it.',
  }),
  'criterion.noValues': (d: Detail) => ({
    title: `${name(d, 'criterion')}: not one usable value`,
    help: 'Left out; the others share its weight.',
  }),
  'criterion.constant': (d: Detail) => ({
    title: `${name(d, 'criterion')}: ${name(d, 'value')} for every customer`,
    help: 'It cannot tell customers apart.',
  }),
  'criterion.missingShare': (d: Detail) => ({
    title: `${name(d, 'criterion')}: missing for ${one(d, 'customer', 'customers')}, ${share('en', Number(d['share'] ?? 0))}`,
    help: 'That is a lot; check the rule for missing values.',
  }),
  'criterion.bandsNotAscending': (d: Detail) => ({
    title: `${name(d, 'criterion')}: bands do not go up`,
    help: 'Each band must begin above the one before.',
  }),
  'criterion.pointsNotAscending': (d: Detail) => ({
    title: `${name(d, 'criterion')}: points of the line do not go up`,
    help: 'Each point must lie above the value of the one before.',
  }),
  'criterion.targetTurned': (d: Detail) => ({
    title: `${name(d, 'criterion')}: the target ends before it begins`,
    help: 'Set the target range from low to high.',
  }),
  'tiering.tiesAtEdge': (d: Detail) => ({
    title: `Equal scores let in ${one(d, 'customer', 'customers')} more than there are places`,
    help: 'Customers with the same score always share a tier.',
  }),
  'tiering.valuesAsZero': (d: Detail) => ({
    title: `${name(d)}: ${one(d, 'customer has', 'customers have')} no value above 0`,
    help: 'They count as 0 and are in the last tier.',
  }),
  'tiering.noValue': (d: Detail) => ({
    title: `${name(d)}: the total is 0, so there is nothing to share`,
    help: 'Everybody is in the last tier; choose another column or another way to set tiers.',
  }),
  'tiering.valueColumnMissing': plain(
    'Tiers go by share of value, but there is no value column.',
    'Everybody is in the last tier; choose a column or another way to set tiers.',
  ),
  'rule.columnMissing': (d: Detail) => ({
    title: `The column of a rule (${effect(d)}) is gone`,
    help: 'The rule rests; change or remove it.',
  }),
  'rule.tierGone': (d: Detail) => ({
    title: `The tier of a rule (${effect(d)}) was removed`,
    help: 'The rule rests; change or remove it.',
  }),
  'stability.bufferRests': plain(
    'The buffer rests: tiers are set in another way now.',
    'It works with cut-offs, shares and numbers of places.',
  ),
  'stability.noReference': plain(
    'Stability is on, but there are no earlier tiers to compare with.',
    'Tiers stand as computed; load the earlier tiers under “Stability”.',
  ),
  'stability.overQuota': (d: Detail) => ({
    title: `Tier ${name(d, 'tier')} has ${many(d)} more than its share`,
    help: 'Customers stay in their tier by the stability settings.',
  }),
  'stability.tierGone': (d: Detail) => ({
    title: `The earlier tier of ${one(d, 'customer', 'customers')} was removed`,
    help: 'They take the computed tier.',
  }),
  'stability.sinceUnknown': (d: Detail) => ({
    title: `Since when ${one(d, 'customer is', 'customers are')} in the earlier tier is unknown`,
    help: 'The minimum stay does not hold them.',
  }),
  'override.beatsVeto': (d: Detail) => ({
    title: `${one(d, 'change by hand goes', 'changes by hand go')} against a knock-out rule`,
    help: 'Changes by hand win; check that this is meant.',
  }),
  'override.unknownCustomer': (d: Detail) => ({
    title: `${one(d, 'change', 'changes')} by hand without a customer`,
    help: 'Kept; it counts again when the customer returns.',
  }),
  'override.tierGone': (d: Detail) => ({
    title: `${one(d, 'change', 'changes')} by hand to a tier that is gone`,
    help: 'The computed tier is shown; choose a tier again.',
  }),
}
