import { registry, type Registry } from '../../../core/registry.ts'
import { headerForm } from '../kind.ts'
import { fxiaokeCustomers, fxiaokeOrders } from './fxiaoke.ts'
import { hubspotCompanies, hubspotContacts, hubspotDeals } from './hubspot.ts'
import { salesforceAccount, salesforceReport } from './salesforce.ts'
import { shopifyCustomers, shopifyOrders } from './shopify.ts'
import type { SystemExport } from './system.ts'
import { tiersheet } from './tiersheet.ts'
import { zohoAccounts, zohoContacts } from './zoho.ts'

export const systems: Registry<SystemExport> = registry<readonly SystemExport[]>([
  tiersheet,
  shopifyOrders,
  shopifyCustomers,
  zohoAccounts,
  zohoContacts,
  hubspotCompanies,
  hubspotContacts,
  hubspotDeals,
  salesforceAccount,
  salesforceReport,
  fxiaokeCustomers,
  fxiaokeOrders,
])

/** The export that has most of the file's headers; null = of no system that we know. */
export function systemOf(headers: readonly string[]): SystemExport | null {
  const forms = new Set(headers.map(headerForm))
  const has = (header: string) => forms.has(headerForm(header))
  const known = ({ headers: own }: SystemExport) => own.filter(has).length
  const fitting = systems.all.filter(
    (system) =>
      system.needs.every((some) => some.some(has)) &&
      !system.never?.some(has) &&
      known(system) >= system.atLeast,
  )
  return fitting.reduce<SystemExport | null>(
    (best, system) => (best && known(best) >= known(system) ? best : system),
    null,
  )
}
