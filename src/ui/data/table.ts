import type { customersId as CustomersId } from '../../project/document.ts'

/** The one table that is open in the sheet; the same name as in the document, checked by its type. */
export const customersId: typeof CustomersId = 'customers'
