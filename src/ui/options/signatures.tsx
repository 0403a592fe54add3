/** Who signed each part of the list, how many must, and until when: told from the keys that really verified. */
import type { VNode } from 'preact'
import type { AppKey } from '../../locales/app-words.ts'
import type { Language } from '../../locales/language.ts'
import type { Say } from '../../locales/text.ts'
import type { RoleDetails } from '../../registry/registry-details.ts'
import { dayOf } from '../card/explain.ts'
import { Fold } from '../parts/fold.tsx'

interface SignaturesProps {
  roles: readonly RoleDetails[]
  /** Milliseconds since 1970. */
  now: number
  language: Language
  say: Say<AppKey>
}

export function Signatures({ roles, now, language, say }: SignaturesProps): VNode {
  return (
    <Fold title={say('sign.title')}>
      {roles.length === 0 && <p class="soft">{say('sign.none')}</p>}
      <ul class="signatures">
        {roles.map((each) => (
          <li key={each.role}>
            <p class="signature-role">{say(`sign.role.${each.role}`)}</p>
            <p>
              {say('sign.by', {
                names: namesIn(each.signedBy, language),
                threshold: each.threshold,
                keys: each.keys,
              })}
            </p>
            <p class="small soft">{expiryWords(each.expires, now, say)}</p>
          </li>
        ))}
      </ul>
      <p class="small soft">{say('sign.expiry')}</p>
    </Fold>
  )
}

export function namesIn(names: readonly string[], language: Language): string {
  return names.join(language === 'en' ? ', ' : '、')
}

const day = 86_400_000

/** `expires`: ISO 8601. */
function expiryWords(expires: string, now: number, say: Say<AppKey>): string {
  const days = Math.floor((Date.parse(expires) - now) / day)
  if (Date.parse(expires) <= now) return say('sign.expired', { date: dayOf(expires) })
  return say(days === 0 ? 'sign.until.today' : 'sign.until', { date: dayOf(expires), days })
}
