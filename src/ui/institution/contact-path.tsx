/** The way to official customer service, also for brands without a listed number. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Say } from '../../locales/text.ts'
import type { PublishedInstitution } from '../../registry/schema.ts'

interface ContactPathProps {
  /** Undefined for a brand without a record. */
  institution: PublishedInstitution | undefined
  say: Say<AppKey>
}

export function ContactPath({ institution, say }: ContactPathProps): VNode {
  const host = institution?.domains.find((domain) => domain.claims === 'lender')?.host
  return (
    <ol class="steps">
      <li>{appWords(institution, say)}</li>
      <li>{host ? say('path.web', { host }) : say('path.web.unknown')}</li>
      <li>{say('path.contract')}</li>
      <li>{say('path.regulator')}</li>
    </ol>
  )
}

function appWords(institution: PublishedInstitution | undefined, say: Say<AppKey>): string {
  if (institution?.noApp) return say('path.no-app')
  const inside = institution?.products?.filter((product) => product.noApp).map((product) => product.name) ?? []
  if (inside.length > 0 && !institution?.apps) return say('path.product.no-app', { products: inside.join('、') })
  const apps = institution?.apps?.map((app) => `“${app.name}”`).join(' ')
  return apps ? say('path.app.named', { apps }) : say('path.app')
}
