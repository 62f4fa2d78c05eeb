import type { App } from '../../state/app.svelte.ts'
import type { MenuItem } from '../controls/menu.ts'

/** Shows or covers the numbers of ID cards; nothing where the list has none. */
export function coverItems(app: App): readonly MenuItem[] {
  const covered = app.sheet.pages.view?.covered ?? null
  if (covered === null) return []
  const words = app.locale.words.personal
  return [
    {
      id: 'cover',
      label: covered ? words.show : words.hide,
      icon: 'lock',
      lineBefore: true,
      run: () => void cover(app, !covered),
    },
  ]
}

async function cover(app: App, on: boolean): Promise<void> {
  const words = app.locale.words.personal
  try {
    await app.client.call('cover', { on })
    app.notices.say(on ? words.hidden : words.shown)
  } catch (error) {
    app.notices.fail(error)
  }
}
