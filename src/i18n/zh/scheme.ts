export const scheme = {}
