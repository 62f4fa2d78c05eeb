import { list, type SystemExport } from './system.ts'

/** One row per line item; what concerns the order stands on its first row only. */
export const shopifyOrders: SystemExport = {
  id: 'shopify.orders',
  kind: 'orders',
  verified: true,
  needs: [['Name'], ['Financial Status'], ['Total'], ['Created at', 'Paid at']],
  headers: list(
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Phone,Receipt Number,Duties,Payment ID',
  ),
  atLeast: 8,
  roles: [
    ['Name', 'record'],
    ['Email', 'email'],
    ['Financial Status', 'status'],
    ['Total', 'total'],
    ['Refunded Amount', 'refund'],
    ['Cancelled at', 'cancelled'],
    ['Created at', 'when'],
    ['Paid at', 'other'],
    ['Fulfilled at', 'other'],
    ['Billing Name', 'name'],
    ['Shipping Name', 'other'],
    ['Lineitem name', 'item'],
    ['Lineitem quantity', 'quantity'],
    ['Lineitem price', 'price'],
    ['Billing Phone', 'phone'],
    ['Phone', 'phone'],
    ['Shipping Phone', 'other'],
    ['Billing Country', 'group'],
    ['Id', 'other'],
  ],
}

/** Frequency and amount, but no date of the last order: that comes from the orders. */
export const shopifyCustomers: SystemExport = {
  id: 'shopify.customers',
  kind: 'customers',
  verified: true,
  needs: [
    ['Email'],
    ['Total Spent'],
    ['Total Orders'],
    ['Accepts Email Marketing', 'Accepts Marketing'],
  ],
  headers: list(
    'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Accepts Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip',
  ),
  atLeast: 8,
  roles: [
    ['Customer ID', 'key'],
    ['Email', 'email'],
    ['Total Spent', 'measure'],
    ['Total Orders', 'measure'],
  ],
}
