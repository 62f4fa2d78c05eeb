/** What cells say and offer while they are walked and edited. */
export const cells = {
  removeTag: (tag: string) => `Remove “${tag}”`,
  phoneView: 'Show as',
  phoneViews: { list: 'List', sheet: 'Sheet' },
}
