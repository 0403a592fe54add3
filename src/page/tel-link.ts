/** `tel:` and `sms:` links: what they would dial. */
import { findNumbers } from '../phone/find.ts'
import type { Found } from '../phone/found.ts'

/** The number a link would dial or write to; undefined for other links and unreadable targets. */
export function dialledBy(link: Element): Found | undefined {
  const href = link.getAttribute('href')?.trim() ?? ''
  const target = /^(?:tel|sms|smsto):([^?;]{1,100})/i.exec(href)?.[1]
  if (!target) return undefined
  const found = findNumbers(decoded(target).trim())
  return found[0]
}

const schemes = '[href^="tel:" i],[href^="sms:" i],[href^="smsto:" i]'
const telLinks = `a:is(${schemes})`
/** Links that dial nothing. */
export const otherLinks: string = `a:not(${schemes})`

/** The `tel:` or `sms:` link that an event went through, shadow roots included. */
export function telLinkOf(event: Event): HTMLAnchorElement | undefined {
  for (const target of event.composedPath()) {
    if (target instanceof HTMLAnchorElement && target.matches(telLinks)) return target
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
