/** px of a text that is `size` px high where the reader has left the browser's text size alone. */
export function textSize(size: number): number {
  if (typeof document === 'undefined') return size
  return (size * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)) / 16
}
