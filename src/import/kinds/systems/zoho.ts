import { list, type SystemExport } from './system.ts'

export const zohoAccounts: SystemExport = {
  id: 'zoho.accounts',
  kind: 'customers',
  verified: true,
  needs: [
    ['Account Name'],
    ['Account Owner'],
    ['Record Id', 'Account Number', 'Account Site', 'Account Type'],
  ],
  never: ['Last Name', 'Account ID'],
  headers: list(
    'Record Id,Account Name,Account Owner,Account Number,Account Site,Account Type,Annual Revenue,Billing Street,Billing City,Billing State,Billing Code,Billing Country,Shipping Street,Shipping City,Shipping State,Shipping Code,Shipping Country,Created By,Modified By,Description,Employees,Fax,Industry,Ownership,Parent Account,Phone,Rating,SIC Code,Ticker Symbol,Website,Created Time,Modified Time,Last Activity Time,Tag',
  ),
  atLeast: 6,
  roles: [
    ['Record Id', 'key'],
    ['Account Name', 'name'],
    ['Annual Revenue', 'measure'],
    ['Employees', 'measure'],
    ['Parent Account', 'other'],
  ],
}

export const zohoContacts: SystemExport = {
  id: 'zoho.contacts',
  kind: 'customers',
  verified: false,
  needs: [
    ['Last Name'],
    ['Contact Owner'],
    ['Record Id', 'Lead Source', 'Mailing Street', 'Email Opt Out'],
  ],
  never: ['Lifecycle Stage', 'Lead Status'],
  headers: list(
    'Record Id,Contact Owner,First Name,Last Name,Account Name,Email,Secondary Email,Phone,Mobile,Home Phone,Other Phone,Fax,Title,Department,Lead Source,Date of Birth,Assistant,Asst Phone,Reports To,Email Opt Out,Mailing Street,Mailing City,Mailing State,Mailing Zip,Mailing Country,Description,Created Time,Modified Time,Last Activity Time,Tag',
  ),
  atLeast: 6,
  roles: [
    ['Record Id', 'key'],
    ['Last Name', 'name'],
    ['First Name', 'other'],
    ['Account Name', 'group'],
    ['Email', 'email'],
    ['Asst Phone', 'other'],
  ],
}
