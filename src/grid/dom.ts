/** An element with its class and, where it has one, its role. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  role?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.className = className
  if (role !== undefined) element.setAttribute('role', role)
  return element
}

/** Writes an attribute, or takes it away. */
export function attribute(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

export const px = (value: number): string => `${String(value)}px`
