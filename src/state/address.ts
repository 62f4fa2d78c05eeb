import { projectPlaces, type Place } from './place.svelte.ts'

export interface Address {
  readonly project: string
  readonly place: Place
}

/** `#p_7k2m/grade`: reload, bookmarks and the browser's own back come to the same screen. '' = start. */
export function toHash(project: string | null, place: Place): string {
  if (project === null || place.kind === 'start' || place.kind === 'importing') return ''
  const parts =
    place.kind === 'project' ? [project, place.place] : [project, 'criterion', place.criterion]
  return `#${parts.map(encodeURIComponent).join('/')}`
}

export function fromHash(hash: string): Address | null {
  const [project, name, criterion] = hash.replace(/^#/, '').split('/').map(decode)
  if (!project) return null
  if (name === 'criterion' && criterion) return { project, place: { kind: 'criterion', criterion } }
  const place = projectPlaces.find((known) => known === name) ?? 'grade'
  return { project, place: { kind: 'project', place } }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a broken escape: taken as it stands
  }
}
