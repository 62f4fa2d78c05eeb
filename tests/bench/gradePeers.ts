export const gradeOfPeers = [] as const
