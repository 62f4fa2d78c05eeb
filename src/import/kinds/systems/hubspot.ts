import { list, type SystemExport } from './system.ts'

/** An export holds the columns of the view that was on screen, in changing capitals. */
export const hubspotCompanies: SystemExport = {
  id: 'hubspot.companies',
  kind: 'customers',
  verified: true,
  needs: [
    ['Record ID'],
    ['Company name'],
    ['Company owner', 'Company Domain Name', 'Lifecycle Stage', 'Create Date'],
  ],
  never: ['First Name', 'Deal Name'],
  headers: list(
    'Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Company Domain Name,Website URL,Lifecycle Stage,Annual Revenue,Number of Employees',
  ),
  atLeast: 4,
  roles: [
    ['Record ID', 'key'],
    ['Company name', 'name'],
    ['Last Activity Date', 'measure'],
    ['Annual Revenue', 'measure'],
    ['Number of Employees', 'measure'],
  ],
}

export const hubspotContacts: SystemExport = {
  id: 'hubspot.contacts',
  kind: 'customers',
  verified: true,
  needs: [
    ['Record ID'],
    ['Last Name', 'First Name'],
    ['Contact owner', 'Lifecycle Stage', 'Lead Status', 'Associated Company'],
  ],
  never: ['Deal Name'],
  headers: list(
    'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage,Job Title,Associated Company,Associated Company IDs,Create Date,Last Activity Date,Country/Region,Original Source',
  ),
  atLeast: 5,
  roles: [
    ['Record ID', 'key'],
    ['Last Name', 'name'],
    ['First Name', 'other'],
    ['Email', 'email'],
    ['Associated Company', 'group'],
    ['Associated Company IDs', 'other'],
    ['Last Activity Date', 'measure'],
  ],
}

/** Deals that were won count as orders. */
export const hubspotDeals: SystemExport = {
  id: 'hubspot.deals',
  kind: 'orders',
  verified: true,
  needs: [['Record ID'], ['Deal Name'], ['Deal Stage'], ['Amount']],
  headers: list(
    'Record ID,Deal Name,Deal Stage,Amount,Deal owner,Close Date,Create Date,Last Activity Date,Associated Company IDs,Associated Contact IDs,Associated Company,Pipeline',
  ),
  atLeast: 5,
  roles: [
    ['Record ID', 'record'],
    ['Deal Name', 'item'],
    ['Deal Stage', 'status'],
    ['Amount', 'total'],
    ['Close Date', 'when'],
    ['Create Date', 'other'],
    ['Last Activity Date', 'other'],
    ['Associated Company IDs', 'key'],
    ['Associated Company', 'name'],
    ['Associated Contact IDs', 'other'],
  ],
}
