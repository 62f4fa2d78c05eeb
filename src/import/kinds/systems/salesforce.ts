import { list, type SystemExport } from './system.ts'

/** The names of the interface for programs, as the weekly export gives them. */
export const salesforceAccount: SystemExport = {
  id: 'salesforce.account',
  kind: 'customers',
  verified: true,
  needs: [
    ['Id'],
    ['Name'],
    ['OwnerId', 'IsDeleted', 'LastModifiedDate', 'AccountSource', 'NumberOfEmployees'],
  ],
  never: ['Financial Status'],
  headers: list(
    'Id,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,ShippingStreet,ShippingCity,ShippingState,ShippingPostalCode,ShippingCountry,Phone,Fax,AccountNumber,Website,Sic,Industry,AnnualRevenue,NumberOfEmployees,Ownership,TickerSymbol,Description,Rating,Site,OwnerId,CreatedDate,LastModifiedDate,LastActivityDate,AccountSource,IsDeleted',
  ),
  atLeast: 6,
  roles: [
    ['Id', 'key'],
    ['Name', 'name'],
    ['AccountNumber', 'other'],
    ['ParentId', 'other'],
    ['OwnerId', 'other'],
    ['AnnualRevenue', 'measure'],
    ['NumberOfEmployees', 'measure'],
    ['LastActivityDate', 'measure'],
    ['LastModifiedDate', 'other'],
    ['CreatedDate', 'other'],
  ],
}

/** The labels of a report. */
export const salesforceReport: SystemExport = {
  id: 'salesforce.report',
  kind: 'customers',
  verified: false,
  needs: [['Account ID'], ['Account Name'], ['Account Owner']],
  headers: list(
    'Account ID,Account Name,Account Owner,Type,Rating,Last Activity,Billing State/Province,Phone,Industry,Annual Revenue,Created Date,Last Modified Date',
  ),
  atLeast: 4,
  roles: [
    ['Account ID', 'key'],
    ['Account Name', 'name'],
    ['Last Activity', 'measure'],
  ],
}
