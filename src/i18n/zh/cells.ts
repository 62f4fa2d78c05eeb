/** What cells say and offer while they are walked and edited. */
export const cells = {
  removeTag: (tag: string) => `去掉“${tag}”`,
}
