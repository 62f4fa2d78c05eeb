import { refuse, type CommandOf, type Plan } from './contract.ts'

const longestName = 200

export const renameProject: Plan<CommandOf<'renameProject'>> = (document, command) => {
  const name = command.name.trim()
  if (name === '') refuse('a project without a name')
  if (name.length > longestName) refuse('name too long', { limit: longestName })
  return name === document.name ? [] : [{ kind: 'setName', name }]
}
